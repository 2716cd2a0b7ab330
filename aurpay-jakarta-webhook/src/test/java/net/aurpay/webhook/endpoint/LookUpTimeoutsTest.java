package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LookUpTimeoutsTest {
    private static final Duration DEFAULT = Duration.ofSeconds(20);
    private static final String OWN = "net.aurpay.webhook.endpoint.OrderLookUp/mp-rest/";

    private final Map<String, String> properties = new HashMap<>();

    @Test
    void timeoutsInTheJarKeepTheDefaultDeadline() throws IOException {
        Properties shipped = new Properties();
        try (InputStream file = Objects.requireNonNull(
                LookUpTimeouts.class.getResourceAsStream("/META-INF/microprofile-config.properties"))) {
            shipped.load(file);
        }
        shipped.forEach((key, value) -> properties.put(key.toString(), value.toString()));

        assertThat(LookUpTimeouts.warning(new MapConfig(properties), DEFAULT)).isEmpty();
        assertThat(LookUpTimeouts.warning(new MapConfig(properties), Duration.ofSeconds(19)))
                .isPresent();
    }

    @Test
    void warnsIfTheTimeoutsExceedTheDeadline() {
        properties.put("aurpay/mp-rest/connectTimeout", "1000");
        assertThat(LookUpTimeouts.warning(new MapConfig(properties), DEFAULT))
                .contains("if Aurpay's API does not respond, a confirmation takes PT31S, longer than"
                        + " aurpay.webhook.confirm-timeout <PT20S>: lower " + OWN + "readTimeout, in milliseconds");

        properties.put(OWN + "readTimeout", "19000");
        assertThat(LookUpTimeouts.warning(new MapConfig(properties), DEFAULT)).isEmpty();
    }
}
