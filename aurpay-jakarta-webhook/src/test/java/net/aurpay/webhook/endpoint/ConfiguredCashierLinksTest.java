package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.cashier.Cashier;
import net.aurpay.webhook.cashier.CashierConfig;
import net.aurpay.webhook.cashier.CashierPayments;
import net.aurpay.webhook.cashier.CashierRequest;
import net.aurpay.webhook.payments.CurrentPayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredCashierLinksTest {
    private static final PaymentUrlRequest REQUEST = PaymentUrlRequest.of(new BigDecimal("12.50"), "USD");

    @Test
    void linkIsBesideTheCallbacksAndExpires() {
        CashierConfig config = config(Map.of()).orElseThrow();

        URI link = link(config, "A/1", Duration.ofSeconds(10));

        assertThat(link.toString()).startsWith("https://shop.example.com/shop/aurpay/cashier/");
        assertThat(status(config, link, Sample.NOW.plusSeconds(9).getEpochSecond()))
                .isEqualTo(303);
        assertThat(status(config, link, Sample.NOW.plusSeconds(10).getEpochSecond()))
                .isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "-PT1S", "P367D"})
    void rejectsADurationOutOfRange(Duration validFor) {
        CashierConfig config = config(Map.of()).orElseThrow();

        assertThatThrownBy(() -> link(config, "A/1", validFor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("valid for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void rejectsAReferenceThatNoPaymentCanHave(String reference) {
        CashierConfig config = config(Map.of()).orElseThrow();

        assertThatThrownBy(() -> link(config, reference, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference");
    }

    @Test
    void linkOfAnAccountIsBelowItsNameAndNeedsItsSecret() {
        CashierConfig config = config(Map.of()).orElseThrow().forAccount("north", List.of("secret-of-north"));

        URI link = link(config, "A/1", Duration.ofSeconds(10));

        assertThat(link.toString()).startsWith("https://shop.example.com/shop/aurpay/cashier/north/");
        assertThat(status(config, link, Sample.NOW.getEpochSecond())).isEqualTo(303);
        assertThat(status(config(Map.of()).orElseThrow(), link, Sample.NOW.getEpochSecond()))
                .isEqualTo(404);
        CashierConfig without = config(Map.of()).orElseThrow().forAccount("north", List.of());
        assertThatThrownBy(() -> link(without, "A/1", Duration.ofSeconds(10)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no callback secret");
    }

    @Test
    void isOffByDefault() {
        assertThat(WebhookConfig.of(new MapConfig(Sample.properties()), Set.of(), false)
                        .orElseThrow()
                        .cashier())
                .isEmpty();
    }

    @Test
    void needsADataSourceASecretAndAUrlThatEndsInCallbacks() {
        assertThatThrownBy(() -> config(Map.of("aurpay.webhook.datasource", "")))
                .hasMessage("aurpay.payments.cashier needs aurpay.webhook.datasource");
        assertThatThrownBy(() -> config(Map.of(
                        "aurpay.webhook.secret",
                        "",
                        "aurpay.webhook.require",
                        "token",
                        "aurpay.webhook.confirm",
                        "true")))
                .hasMessageContaining("aurpay.payments.cashier needs aurpay.webhook.secret");
        assertThatThrownBy(() -> config(Map.of("aurpay.webhook.url", "https://shop.example.com/paid")))
                .hasMessageContaining("aurpay.payments.cashier needs an aurpay.webhook.url that ends in /callbacks")
                .hasMessageContaining("<https://shop.example.com/paid>");
        assertThatThrownBy(() -> config(Map.of("aurpay.payments.cashier", "yes")))
                .hasMessageContaining("aurpay.payments.cashier must be true or false");
    }

    private static Optional<CashierConfig> config(Map<String, String> changes) {
        Map<String, String> properties = Sample.properties();
        properties.put("aurpay.payments.cashier", "true");
        properties.put("aurpay.webhook.datasource", "jdbc/shop");
        properties.putAll(changes);
        return WebhookConfig.of(new MapConfig(properties), Set.of(), false).flatMap(WebhookConfig::cashier);
    }

    private static URI link(CashierConfig config, String reference, Duration validFor) {
        return ConfiguredCashierLinks.link(config, reference, REQUEST, validFor, Sample.NOW);
    }

    private static int status(CashierConfig config, URI link, long second) {
        Cashier cashier = new Cashier(config, new NoPayments(), List::of, () -> Instant.ofEpochSecond(second));
        return cashier.show(CashierRequest.of(link.getPath(), "")).status();
    }

    private static final class NoPayments implements CashierPayments {
        @Override
        public Optional<CurrentPayment> current(String reference) {
            return Optional.empty();
        }

        @Override
        public Payment open(String reference, PaymentRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Payment openInsteadOf(String paymentId, String reference, PaymentRequest request) {
            throw new UnsupportedOperationException();
        }
    }
}
