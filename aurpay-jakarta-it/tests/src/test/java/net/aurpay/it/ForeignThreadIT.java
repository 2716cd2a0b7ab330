package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls the API on threads of a pool, whose context class loader is the system class loader and sees no application.
 * Quarkus's REST client works on no such thread, but Quarkus gives the threads of the common pool the application's
 * class loader. There, the tests use the common pool.
 */
@ExtendWith(ArquillianExtension.class)
class ForeignThreadIT {
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("foreign-thread")
                .signing(SANDBOX)
                .property("aurpay.max-response-size", 5000)
                .aboveAll()
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void forget() {
        SANDBOX.faults().clear();
        SANDBOX.journal().clear();
    }

    /** Either the client is injected and called for the first time, or it is created on a thread of the application. */
    @ParameterizedTest
    @ValueSource(strings = {"cdi", "connected"})
    void callUsesTheApplicationsConfiguration(String way) {
        JsonObject response = call(way);

        assertThat(response).as(response.toString()).containsKey("result");
        assertThat(SANDBOX.journal().last().header("API-Token"))
                .isEqualTo(SANDBOX.keys().apiToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdi", "connected"})
    void responseIsBoundedAsTheApplicationConfigures(String way) {
        SANDBOX.faults().next(1, request -> true, Fault.huge(5001));

        JsonObject response = call(way);

        assertThat(response.getString("exception", "none"))
                .as(response.toString())
                .isEqualTo("AurpayException");
        assertThat(response.getString("message")).contains("aurpay.max-response-size <5000>");
    }

    /** Open Liberty's REST client finds its own classes on threads of the application only. */
    @Test
    void clientCreatedOnAForeignThreadWorksOrSaysWhereToCreateIt() {
        JsonObject response = call("connecting");

        if (response.containsKey("exception")) {
            assertThat(response.getString("exception")).as(response.toString()).isEqualTo("AurpayException");
            assertThat(response.getString("message")).contains("on a thread of the application", "nothing was sent");
        } else {
            assertThat(SANDBOX.journal().last().header("API-Token"))
                    .isEqualTo(SANDBOX.keys().apiToken());
        }
    }

    private JsonObject call(String way) {
        JsonObject request = Probe.record(Map.of("price", "10", "priceCurrency", "USD"));
        String body = Json.createArrayBuilder().add(request).build().toString();
        return Probe.parse(new Probe(base)
                .send(HttpRequest.newBuilder(
                                base.resolve("probe/pool/" + way + "/createPaymentUrl?common=" + Server.is("quarkus")))
                        .header("token", SANDBOX.keys().apiToken())
                        .header("secret", SANDBOX.keys().secretKey())
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .body());
    }
}
