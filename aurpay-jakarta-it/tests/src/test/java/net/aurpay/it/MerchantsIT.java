package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls the API for several merchants of one application at the same time: no merchant's credentials sign the request
 * of another.
 */
@ExtendWith(ArquillianExtension.class)
@Tag("engine")
@Tag("level")
class MerchantsIT {
    private static final int MERCHANTS = 8;
    private static final Crowd CROWD = new Crowd(16, 25);
    private static final Sandbox SANDBOX = Sandboxes.start(MERCHANTS);

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("merchants")
                .property("aurpay/mp-rest/url", SANDBOX.url())
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void eachRequestIsSignedWithItsMerchantsCredentials() throws Exception {
        SANDBOX.journal().clear();
        CROWD.run(number -> pay(number % MERCHANTS));

        List<ReceivedRequest> requests = SANDBOX.journal().requests();
        assertThat(requests).hasSize(CROWD.size());
        for (ReceivedRequest request : requests) {
            int merchant = Probe.parse(request.text()).getInt("vs_price") - 1;
            assertThat(request.header("API-Token"))
                    .isEqualTo(SANDBOX.merchants().get(merchant).apiToken());
        }
    }

    /**
     * Creates payments whose price identifies the merchant, so that the sandbox's journal tells the merchants' requests
     * apart.
     */
    private void pay(int merchant) {
        Keys keys = SANDBOX.merchants().get(merchant);
        JsonObject response = new Probe(base).callAs(keys, "orders/createPayment", Probe.payment(merchant + 1));
        assertThat(response).containsKey("result");
        String orderId = response.getJsonObject("result").getString("orderId");
        assertThat(SANDBOX.order(orderId).userId()).isEqualTo(keys.userId());
    }
}
