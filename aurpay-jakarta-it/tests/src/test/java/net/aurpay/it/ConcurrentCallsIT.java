package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls one injected client from many threads: no call gets the response of another. */
@Tag("engine")
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class ConcurrentCallsIT {
    private static final Crowd CROWD = new Crowd(16, 25);
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("concurrent").signing(SANDBOX).build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void eachCallGetsItsOwnResponse() throws Exception {
        Probe probe = new Probe(base);
        List<String> orders = Stream.generate(() -> create(probe)).limit(8).toList();

        CROWD.run(number -> {
            String order = orders.get(number % orders.size());
            assertThat(probe.call(Server.bean(), "orders/order", order)
                            .getJsonObject("result")
                            .getString("orderId"))
                    .isEqualTo(order);
        });
    }

    private static String create(Probe probe) {
        return probe.call(Server.bean(), "orders/createPayment", Probe.payment(1))
                .getJsonObject("result")
                .getString("orderId");
    }
}
