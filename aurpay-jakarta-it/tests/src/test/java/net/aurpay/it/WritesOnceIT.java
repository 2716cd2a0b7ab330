package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that nothing that moves money is sent twice, whatever the HTTP engine does by default. */
@ExtendWith(ArquillianExtension.class)
@Tag("engine")
@Tag("engine")
class WritesOnceIT {
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("writes").signing(SANDBOX).build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static Stream<Arguments> writes() {
        Map<String, Object> price = Map.of("price", "10", "priceCurrency", "USD");
        return Stream.of(
                Arguments.of("orders/createPaymentUrl", Probe.record(price)),
                Arguments.of(
                        "orders/createPayment",
                        Probe.record(Map.of(
                                "chain", "ETH", "currency", "USDT-ERC20", "priceCurrency", "USD", "price", "18"))),
                Arguments.of("orders/refund", "20240614061316661529"),
                Arguments.of(
                        "wallets/withdraw", Probe.record(Map.of("chain", "ETH", "currency", "ETH", "amount", "10"))),
                Arguments.of("lightning/createOrder", Probe.record(price)),
                Arguments.of(
                        "lightning/withdraw",
                        Probe.record(Map.of("lightningInvoices", "lnbc1p", "amount", "0.000001"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void writeIsSentOnceWhenAFreshConnectionBreaks(String operation, Object argument) {
        // This response closes the connection, so that the next call opens a new one.
        SANDBOX.faults().next((exchange, right, closed) -> {
            exchange.getResponseHeaders().set("Connection", "close");
            Fault.send(exchange, right);
        });
        new Probe(base).call("cdi", "orders/fiatCurrencies");
        SANDBOX.journal().clear();
        SANDBOX.faults().next(Fault.drop());

        JsonObject response = new Probe(base).call(Server.bean(), operation, argument);

        assertSentOnce(operation, response);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void writeIsSentOnceWhenAKeptAliveConnectionBreaks(String operation, Object argument) {
        String read = operation.startsWith("lightning") ? "lightning/balance" : "orders/fiatCurrencies";
        new Probe(base).call("cdi", read);
        new Probe(base).call("cdi", sibling(operation));
        int port = SANDBOX.journal().last().remotePort();
        SANDBOX.journal().clear();
        SANDBOX.faults().next(Fault.drop());

        JsonObject response = new Probe(base).call("cdi", operation, argument);

        assertSentOnce(operation, response);
        assertThat(SANDBOX.journal().last().remotePort())
                .as("the connection of the previous call")
                .isEqualTo(port);
    }

    /** Returns a read of the same client, whose connection the write reuses. */
    private static String sibling(String operation) {
        return switch (operation.substring(0, operation.indexOf('/'))) {
            case "lightning" -> "lightning/balance";
            case "wallets" -> "wallets/selfCustodyBalances";
            default -> "orders/fiatCurrencies";
        };
    }

    private static void assertSentOnce(String operation, JsonObject response) {
        List<ReceivedRequest> requests = SANDBOX.journal().requests();
        assertThat(requests).as(operation).hasSize(1);
        assertThat(requests.get(0).method()).isEqualTo("POST");
        assertThat(response.getString("exception")).isEqualTo("AurpayUnavailableException");
        assertThat(response.getBoolean("outcomeUnknown")).isTrue();
    }
}
