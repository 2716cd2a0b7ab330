package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.Callbacks;
import net.aurpay.client.LightningOrderRequest;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackReminderTest {
    private static final BigDecimal PRICE = new BigDecimal("9.50");
    private static final Callbacks CALLBACKS = new Callbacks(
            URI.create("https://shop.example.com/ok"), URI.create("https://shop.example.com/late"), false);

    private static Object request(String kind, boolean complete) {
        return switch (kind) {
            case "url" ->
                complete
                        ? PaymentUrlRequest.of(PRICE, "USD").withCallbacks(CALLBACKS)
                        : PaymentUrlRequest.of(PRICE, "USD");
            case "info" ->
                complete
                        ? PaymentRequest.of("TRX", "TRX", PRICE, "USD").withCallbacks(CALLBACKS)
                        : PaymentRequest.of("TRX", "TRX", PRICE, "USD");
            default ->
                complete
                        ? LightningOrderRequest.of(PRICE, "USD").withCallbacks(CALLBACKS)
                        : LightningOrderRequest.of(PRICE, "USD");
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "info", "lightning"})
    void paymentLacksCallbacksUnlessTheRequestNamesThem(String kind) {
        assertThat(CallbackReminder.lacksCallbacks(request(kind, false), false)).isTrue();
        assertThat(CallbackReminder.lacksCallbacks(request(kind, true), false)).isFalse();
    }

    /** Under confirmation, callbacks must be POST requests, which Lightning does not support. */
    @Test
    void lightningOrderCannotHaveCallbacksUnderConfirmation() {
        assertThat(CallbackReminder.lacksCallbacks(request("lightning", false), true))
                .isFalse();
    }

    @Test
    void otherCallsNeedNoCallbacks() {
        assertThat(CallbackReminder.lacksCallbacks("20240614061316661529", false))
                .isFalse();
    }
}
