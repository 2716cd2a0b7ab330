package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Switches the readiness check on everywhere, also where the server has no MicroProfile Health. Each of two
 * applications asks Aurpay for itself, whoever requests the check and from wherever.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class ReadinessIT {
    private static final String READY = "ready";
    private static final String OTHER_READY = "other-ready";
    private static final Sandbox ONE = Sandboxes.start();
    private static final Sandbox OTHER = Sandboxes.start(Duration.ofMinutes(1), List.of("north"));

    @ArquillianResource
    @OperateOnDeployment(READY)
    URI base;

    @Deployment(name = READY, testable = false)
    static WebArchive application() {
        return archive(READY, ONE).build();
    }

    @Deployment(name = OTHER_READY, testable = false)
    static WebArchive other() {
        return archive(OTHER_READY, OTHER)
                .property("aurpay.accounts", "north")
                .property(
                        "aurpay.accounts.north.api-key",
                        OTHER.account("north").keys().apiKey())
                .build();
    }

    private static ApplicationArchive archive(String name, Sandbox sandbox) {
        return new ApplicationArchive(name).signing(sandbox).property("aurpay.health.check", true);
    }

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void checkIsPresentWithMicroProfileHealthAndHarmlessWithoutIt() {
        Probe probe = new Probe(base);
        assertThat(probe.call("cdi", "orders/cryptoCurrencies")).containsKey("result");

        String response = probe.get("/health/ready").body();
        boolean health = response.contains("\"aurpay\"");
        assertThat(response.contains("\"outcome.north\":\"success\""))
                .as(response)
                .isEqualTo(health);
        for (int i = 1; health && i < 100; i++) {
            assertThat(probe.get("/health/ready").body()).contains("clock-difference", "success");
        }

        assertThat(health)
                .as(response)
                .isEqualTo(!Server.log().contains("aurpay.health.check has no effect on this server"));
        assertThat(asked(ONE, "API-Token"))
                .as(response)
                .isEqualTo(health ? List.of(ONE.keys().apiToken()) : List.of());
        assertThat(asked(OTHER, "API-Token"))
                .as(response)
                .isEqualTo(health ? List.of(OTHER.keys().apiToken()) : List.of());
        assertThat(asked(OTHER, "API-Key"))
                .as("north, once")
                .isEqualTo(health ? List.of(OTHER.account("north").keys().apiKey()) : List.of());
    }

    private static List<String> asked(Sandbox sandbox, String header) {
        return sandbox.journal().requests().stream()
                .filter(request -> request.target().equals("/api/order/pay/real-currency"))
                .map(request -> request.header(header))
                .filter(Objects::nonNull)
                .toList();
    }
}
