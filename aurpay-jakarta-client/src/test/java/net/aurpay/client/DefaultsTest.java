package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    @Test
    void jarShipsAnAddressAndTimeoutsThatTheApplicationCanOverride() throws IOException {
        Properties defaults = new Properties();
        try (InputStream file =
                Objects.requireNonNull(Aurpay.class.getResourceAsStream("/META-INF/microprofile-config.properties"))) {
            defaults.load(file);
        }

        assertThat(defaults)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "config_ordinal", "90",
                        "aurpay/mp-rest/url", Aurpay.URL,
                        "aurpay/mp-rest/connectTimeout", "5000",
                        "aurpay/mp-rest/readTimeout", "30000"));
    }

    @Test
    void everyClientCallsAurpayUnlessConfiguredOtherwise() {
        for (Class<?> client :
                List.of(AuthClient.class, OrderClient.class, WalletClient.class, LightningClient.class)) {
            RegisterRestClient registered = client.getAnnotation(RegisterRestClient.class);

            assertThat(registered.baseUri()).isEqualTo("https://dashboard.aurpay.net");
            assertThat(registered.configKey()).isEqualTo("aurpay");
        }
    }
}
