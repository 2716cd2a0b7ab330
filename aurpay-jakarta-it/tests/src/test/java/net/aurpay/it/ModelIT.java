package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Returns an order from a resource of the application, and takes it back, through the server's own JSON provider. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = "net.aurpay.it.Server#takesClasses", disabledReason = "the build has no JSON for resources")
@Tag("json")
class ModelIT {
    private static final Sandbox SANDBOX = Sandboxes.start();

    private static final String ORDER =
            """
            {"order_id":"20240806071926377966","status":"NEW_STATE","vs_price":"0.00000050","refund":true,\
            "create_time":"2024-08-06T07:19:26","from_addr":false,"tx_hash_list":["0xabc"]}""";

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("model").signing(SANDBOX).build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void orderTravelsAsAurpaySpellsIt() {
        SANDBOX.faults()
                .next(Fault.instead(
                        SandboxResponse.of(200, "application/json", "{\"code\":0,\"data\":" + ORDER + "}")));
        Probe probe = new Probe(base);

        String text = probe.get("probe/model/20240806071926377966").body();

        if (Server.property("server.options").contains("preferJackson")) {
            // Jackson does not read the annotations of JSON-B, so the order has Java's names.
            assertThat(text).contains("\"status\":{\"value\":\"NEW_STATE\"").contains("\"price\":5.0E-7");
            return;
        }
        assertThat(text)
                .isEqualTo("{\"create_time\":\"2024-08-06T07:19:26\",\"order_id\":\"20240806071926377966\","
                        + "\"refund\":true,\"status\":\"NEW_STATE\",\"tx_hash_list\":[\"0xabc\"],"
                        + "\"vs_price\":0.00000050}");
        HttpRequest back = HttpRequest.newBuilder(base.resolve("probe/model"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text))
                .build();
        assertThat(probe.send(back).body())
                .contains("price=5.0E-7")
                .contains("status=NEW_STATE")
                .contains("createTime=2024-08-06T07:19:26Z")
                .contains("fromAddress=null");
    }
}
