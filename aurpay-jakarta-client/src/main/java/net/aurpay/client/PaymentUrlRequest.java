package net.aurpay.client;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page on which the customer chooses a crypto currency and pays.
 *
 * @param price in {@code currency}, above 0, at most 18 decimals; sent digit by digit as given
 * @param currency one of {@link OrderClient#fiatCurrencies()}
 * @param id the merchant's own order id; seen in the recorded request of 2023 only
 * @param url the merchant's page of the order; seen in the recorded request of 2023 only
 * @param succeedUrl where the customer is sent after paying; null for no redirection
 * @param timeoutUrl where the customer is sent when time is up; null for no redirection
 * @param callbackUrl called when the order is paid
 * @param timeoutCallback called when the order was not paid in time
 * @param fixedEncryptPrice whether USDT counts as exactly one USD; stable currencies only, null for false
 * @param enablePostCallback whether callbacks come as POST with the order in the body; null for GET
 */
public record PaymentUrlRequest(
        BigDecimal price,
        String currency,
        @Nullable String id,
        @Nullable URI url,
        @Nullable URI succeedUrl,
        @Nullable URI timeoutUrl,
        @Nullable URI callbackUrl,
        @Nullable URI timeoutCallback,
        @Nullable Boolean fixedEncryptPrice,
        @Nullable Boolean enablePostCallback)
        implements ApiRequest {
    public PaymentUrlRequest {
        ApiRequest.positive("price", price);
        ApiRequest.notBlank("currency", currency);
    }

    /** The least that a payment needs. */
    public static PaymentUrlRequest of(BigDecimal price, String currency) {
        return new PaymentUrlRequest(price, currency, null, null, null, null, null, null, null, null);
    }

    /** These URLs as callbacks of the order. */
    public PaymentUrlRequest withCallbacks(Callbacks callbacks) {
        return new PaymentUrlRequest(
                price,
                currency,
                id,
                url,
                succeedUrl,
                timeoutUrl,
                callbacks.succeeded(),
                callbacks.timedOut(),
                fixedEncryptPrice,
                callbacks.post() ? Boolean.TRUE : enablePostCallback);
    }

    /** Sends the customer there after paying. */
    public PaymentUrlRequest withSucceedUrl(URI succeedUrl) {
        return new PaymentUrlRequest(
                price,
                currency,
                id,
                url,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }

    /** Sends the customer there when time is up. */
    public PaymentUrlRequest withTimeoutUrl(URI timeoutUrl) {
        return new PaymentUrlRequest(
                price,
                currency,
                id,
                url,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }

    /** Counts USDT as exactly one USD. */
    public PaymentUrlRequest withFixedEncryptPrice(boolean fixedEncryptPrice) {
        return new PaymentUrlRequest(
                price,
                currency,
                id,
                url,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }

    /** Has callbacks come as POST with the order in the body. */
    public PaymentUrlRequest withPostCallback(boolean enablePostCallback) {
        return new PaymentUrlRequest(
                price,
                currency,
                id,
                url,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }

    /** Names the merchant's order, and its page if there is one. */
    public PaymentUrlRequest withOrigin(String id, @Nullable URI url) {
        return new PaymentUrlRequest(
                price,
                currency,
                id,
                url,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }
}
