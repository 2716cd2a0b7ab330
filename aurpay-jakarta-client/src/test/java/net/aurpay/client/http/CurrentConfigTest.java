package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentConfigTest {
    interface Invoices {
        @GET
        JsonValue invoices();
    }

    @AfterEach
    void forget() {
        FakeConfig.of().install();
    }

    @Test
    void applicationHasTheConfigurationOfItsThread() {
        FakeConfig.of("aurpay.api-key=K").install();

        assertThat(new CurrentConfig()
                        .ofApplication()
                        .require(CredentialSet.MAIN)
                        .token())
                .isEqualTo("K");
    }

    @Test
    void requestKeepsItsConfiguration() {
        FakeConfig.of("aurpay.max-response-size=1000").install();
        FakeExchange exchange = new FakeExchange("GET", "/api/v2/order/", null);
        ClientConfig first = new CurrentConfig().of(exchange.request());
        FakeConfig.of("aurpay.max-response-size=2000").install();

        assertThat(new CurrentConfig().of(exchange.request())).isSameAs(first);
    }

    /** Quarkus runs no extension that would have checked the keys of the application's interface. */
    @Test
    void keysOfTheCalledInterfaceAreChecked() throws NoSuchMethodException {
        FakeConfig.of("aurpay.api-key=K", Invoices.class.getName() + "/mp-rest/url=https://elsewhere.example.com")
                .install();
        FakeExchange exchange = new FakeExchange("GET", "/api/v3/invoices", null);
        exchange.properties.put(InvokedMethod.PROPERTY, Invoices.class.getDeclaredMethod("invoices"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurrentConfig().of(exchange.request()))
                .withMessageContaining(Invoices.class.getName() + "/mp-rest/url");
    }
}
