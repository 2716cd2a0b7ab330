package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Creates a payment without callbacks in an application that has a webhook. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class WithoutCallbacksIT {
    private static final String WARNING = "a payment is created without callbacks";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("without-callbacks")
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void logWarnsOnceOfPaymentsWithoutCallbacksOnly() {
        ServerLog log = new ServerLog();
        Probe probe = new Probe(base);

        probe.createPayment("A1", false);
        assertThat(log.now()).doesNotContain(WARNING);

        for (String bean : Server.beans()) {
            assertThat(probe.call(bean, "orders/createPayment", Probe.payment(18)))
                    .containsKey("result");
            assertThat(probe.call(
                            bean, "orders/createPaymentUrl", Probe.record(Map.of("price", 18, "priceCurrency", "USD"))))
                    .containsKey("result");
        }
        assertThat(log.now()).containsOnlyOnce(WARNING);
    }
}
