package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The readiness check, switched on everywhere: also where the server has no MicroProfile Health. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class ReadinessIT {
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("ready")
                .signing(SANDBOX)
                .property("aurpay.health.check", true)
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void checkIsThereWhereTheServerHasHealthAndHarmsNothingWhereItHasNot() {
        Probe probe = new Probe(base);
        assertThat(probe.call("cdi", "orders/cryptoCurrencies")).containsKey("result");

        String answer = probe.get("/health/ready").body();
        boolean health = answer.contains("\"aurpay\"");
        for (int i = 1; health && i < 100; i++) {
            assertThat(probe.get("/health/ready").body()).contains("clock-difference", "success");
        }

        assertThat(health)
                .as(answer)
                .isEqualTo(!Server.log().contains("aurpay.health.check has no effect on this server"));
        assertThat(SANDBOX.journal().requests())
                .extracting(ReceivedRequest::target)
                .filteredOn("/api/order/pay/real-currency"::equals)
                .hasSize(health ? 1 : 0);
    }
}
