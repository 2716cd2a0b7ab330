package net.aurpay.client;

import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page on which the customer chooses a cryptocurrency and pays. Each method gives a changed copy.
 *
 * @param price in {@code priceCurrency}, above 0, at most 18 decimals; sent digit by digit as given
 * @param priceCurrency one of {@link OrderClient#fiatCurrencies()} ({@code currency})
 * @param id the merchant's own order id; seen in the recorded request of 2023 only
 * @param url the merchant's page of the order; seen in the recorded request of 2023 only
 * @param options what else the payment is given
 */
public record PaymentUrlRequest(
        BigDecimal price,
        @JsonName("currency") String priceCurrency,
        @Nullable String id,
        @Nullable URI url,
        PaymentOptions options)
        implements ApiRequest {
    public PaymentUrlRequest {
        ApiRequest.positive("price", price);
        ApiRequest.notBlank("priceCurrency", priceCurrency);
    }

    /** The least that a payment needs. */
    public static PaymentUrlRequest of(BigDecimal price, String priceCurrency) {
        return new PaymentUrlRequest(price, priceCurrency, null, null, PaymentOptions.NONE);
    }

    /** Names the merchant's order, and its page if there is one. */
    public PaymentUrlRequest withOrigin(String id, @Nullable URI url) {
        return new PaymentUrlRequest(price, priceCurrency, id, url, options);
    }

    /** These options in place of all that were set. */
    public PaymentUrlRequest withOptions(PaymentOptions options) {
        return new PaymentUrlRequest(price, priceCurrency, id, url, options);
    }

    /** Has Aurpay call these URLs: one when the order is paid, the other when it was not paid in time. */
    public PaymentUrlRequest withCallbacks(Callbacks callbacks) {
        return withOptions(options.withCallbacks(callbacks));
    }

    /** Sends the customer there after paying. */
    public PaymentUrlRequest withSucceedUrl(URI url) {
        return withOptions(options.withSucceedUrl(url));
    }

    /** Sends the customer there when time is up. */
    public PaymentUrlRequest withTimeoutUrl(URI url) {
        return withOptions(options.withTimeoutUrl(url));
    }

    /** Counts USDT as exactly one USD. */
    public PaymentUrlRequest withStablecoinAtPar(boolean atPar) {
        return withOptions(options.withStablecoinAtPar(atPar));
    }

    /** Has callbacks come as POST with the order in the body. */
    public PaymentUrlRequest withPostCallbacks(boolean post) {
        return withOptions(options.withPostCallbacks(post));
    }
}
