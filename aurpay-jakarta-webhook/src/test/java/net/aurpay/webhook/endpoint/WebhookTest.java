package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.aurpay.webhook.Sample;
import org.junit.jupiter.api.Test;

/** Starts the webhook without a server, where neither transactions nor data sources exist. */
class WebhookTest {
    @Test
    void doesNotStartWithoutJakartaTransactions() {
        Webhook webhook = webhook(Sample.properties());

        assertThatThrownBy(webhook::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Jakarta Transactions");
    }

    @Test
    void namesTheMissingDataSource() {
        Map<String, String> properties = Sample.properties();
        properties.put("aurpay.webhook.datasource", "jdbc/nowhere");

        assertThatThrownBy(() -> webhook(properties))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aurpay.webhook.datasource")
                .hasMessageContaining("<jdbc/nowhere>");
    }

    private static Webhook webhook(Map<String, String> properties) {
        WebhookConfig config = WebhookConfig.of(new MapConfig(properties)).orElseThrow();
        return new Webhook(
                config,
                new FakeObservers(),
                NamedAccounts.NONE,
                account -> new ApiClients(
                        () -> {
                            throw new AssertionError("an order was looked up at the start");
                        },
                        () -> {
                            throw new AssertionError("a payment was opened at the start");
                        },
                        reference -> {
                            throw new AssertionError("callbacks were made at the start");
                        }));
    }
}
