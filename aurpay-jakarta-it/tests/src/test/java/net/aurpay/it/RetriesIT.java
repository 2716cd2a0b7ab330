package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that reads, and nothing else, are retried, and that each attempt is signed anew. Injected clients and clients
 * created in code behave alike.
 */
@Tag("engine")
@ExtendWith(ArquillianExtension.class)
class RetriesIT {
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("retries").signing(SANDBOX).build();
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
    @CsvSource({"cdi,503", "cdi,429", "bean,502", "made,503", "made,429"})
    void readIsRetriedWithANewDate(String client, int status) {
        SANDBOX.faults().next(2, request -> true, Fault.html(status));

        JsonObject response = call(client, "orders/fiatCurrencies");

        assertThat(response).containsKey("result");
        List<ReceivedRequest> requests = SANDBOX.journal().requests();
        assertThat(requests).hasSize(3);
        assertThat(requests).extracting(request -> request.header("Date")).doesNotHaveDuplicates();
        assertThat(requests).extracting(request -> request.header("Signature")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdi", "made"})
    void readFailsAfterTwoRetries(String client) {
        SANDBOX.faults().next(100, request -> true, Fault.html(503));

        JsonObject response = call(client, "orders/order", "20240806071926377966");

        assertThat(response.getString("exception")).isEqualTo("AurpayUnavailableException");
        assertThat(SANDBOX.journal().requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"cdi,429", "made,503"})
    void readWaitsAsLongAsAurpayAsks(String client, int status) {
        SANDBOX.faults().next(1, request -> true, busy(status, "2"));

        assertThat(call(client, "orders/fiatCurrencies")).containsKey("result");
        List<ReceivedRequest> requests = SANDBOX.journal().requests();
        assertThat(requests).hasSize(2);
        Duration waited = Duration.between(date(requests.get(0)), date(requests.get(1)));
        assertThat(waited).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    /** {@code aurpay.max-retry-wait} is five seconds. */
    @ParameterizedTest
    @CsvSource({"cdi,429", "made,503"})
    void readFailsAtOnceIfAurpayAsksForMoreTimeThanConfigured(String client, int status) {
        SANDBOX.faults().next(100, request -> true, busy(status, "3600"));

        JsonObject response = call(client, "orders/fiatCurrencies");

        assertThat(response.getString("exception")).isEqualTo("AurpayUnavailableException");
        assertThat(response.getInt("retryAfter")).isEqualTo(3600);
        assertThat(SANDBOX.journal().requests()).hasSize(1);
    }

    /** The HTTP engine repeats a GET itself, unchanged: the dates tell our attempts from the engine's. */
    @ParameterizedTest
    @ValueSource(strings = {"cdi", "made"})
    void readIsRetriedWithANewDateAfterABrokenConnection(String client) {
        SANDBOX.faults().next(100, request -> true, Fault.drop());

        JsonObject response = call(client, "wallets/selfCustodyBalances");

        assertThat(response.getString("exception")).isEqualTo("AurpayUnavailableException");
        assertThat(SANDBOX.journal().requests().stream()
                        .map(request -> request.header("Date"))
                        .distinct())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdi", "made"})
    void businessErrorIsNotRetried(String client) {
        SANDBOX.faults().next(100, request -> true, Fault.code(40005, "Insufficient account balance"));

        assertThat(call(client, "lightning/balance").getInt("code")).isEqualTo(40005);
        assertThat(SANDBOX.journal().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"cdi,503", "cdi,429", "made,503", "made,429"})
    void writeIsNeverRetried(String client, int status) {
        SANDBOX.faults().next(100, request -> true, Fault.html(status));

        JsonObject response =
                call(client, "orders/createPaymentUrl", Probe.record(Map.of("price", "10", "priceCurrency", "USD")));

        assertThat(response.getString("exception")).isEqualTo("AurpayUnavailableException");
        assertThat(response.getBoolean("outcomeUnknown")).isEqualTo(status == 503);
        assertThat(SANDBOX.journal().requests()).hasSize(1);
    }

    private static Fault busy(int status, String retryAfter) {
        return Fault.instead(SandboxResponse.of(status, "text/plain", "busy").header("Retry-After", retryAfter));
    }

    private static Instant date(ReceivedRequest request) {
        return Instant.parse(request.header("Date"));
    }

    private JsonObject call(String client, String operation, Object... arguments) {
        Probe probe = new Probe(base);
        return client.equals("made")
                ? probe.callAs(SANDBOX.keys(), operation, arguments)
                : probe.call(client.equals("bean") ? Server.bean() : client, operation, arguments);
    }
}
