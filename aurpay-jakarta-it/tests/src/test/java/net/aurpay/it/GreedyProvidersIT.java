package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import net.aurpay.it.greedy.GreedyListener;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Sandbox;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that providers which the WAR registers with every REST client change neither what is sent nor what is thrown.
 */
@ExtendWith(ArquillianExtension.class)
class GreedyProvidersIT {
    private static final String SIGNING = "greedy-signing";
    private static final String WITH_KEY = "greedy-key";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    @OperateOnDeployment(SIGNING)
    URI base;

    @Deployment(name = SIGNING, testable = false)
    static WebArchive signing() {
        return greedy(SIGNING).signing(SANDBOX).build();
    }

    @Deployment(name = WITH_KEY, testable = false)
    static WebArchive withKey() {
        return greedy(WITH_KEY).withKeys(SANDBOX).build();
    }

    private static ApplicationArchive greedy(String name) {
        return new ApplicationArchive(name)
                .addPackageOf(GreedyListener.class)
                .resource("META-INF/services/" + RestClientListener.class.getName(), GreedyListener.class.getName());
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

    @ParameterizedTest
    @CsvSource({SIGNING + ",cdi", SIGNING + ",made", WITH_KEY + ",cdi"})
    void bodyIsSentAsItWasSigned(String application, String client) {
        JsonObject response = call(
                application,
                client,
                "orders/createPaymentUrl",
                Probe.record(Map.of("price", "10.50", "priceCurrency", "USD")));

        assertThat(response).as(response.toString()).containsKey("result");
        assertThat(SANDBOX.journal().last().text()).isEqualTo("{\"price\":10.50,\"currency\":\"USD\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdi", "made"})
    void failureIsThrownUnchanged(String client) {
        SANDBOX.faults().next(100, request -> true, Fault.html(503));

        JsonObject response = call(SIGNING, client, "orders/order", "20240806071926377966");

        assertThat(response.getString("exception")).as(response.toString()).isEqualTo("AurpayUnavailableException");
        assertThat(response.getInt("httpStatus")).isEqualTo(503);
        assertThat(SANDBOX.journal().requests()).hasSize(3);
    }

    private JsonObject call(String application, String client, String operation, Object... arguments) {
        Probe probe = new Probe(base.resolve("/" + application + "/"));
        return client.equals("made")
                ? probe.callAs(SANDBOX.keys(), operation, arguments)
                : probe.call(client, operation, arguments);
    }
}
