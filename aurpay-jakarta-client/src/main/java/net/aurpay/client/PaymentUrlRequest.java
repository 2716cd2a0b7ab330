package net.aurpay.client;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.json.PaymentBody;
import org.jspecify.annotations.Nullable;

/**
 * Requests a page on which the customer chooses a cryptocurrency and pays. Immutable; each method returns a changed
 * copy. A value that is blank or out of range is an {@link IllegalArgumentException}.
 *
 * @param price in {@code priceCurrency}, greater than 0, at most 18 decimals; sent digit by digit as given
 * @param priceCurrency one of {@link OrderClient#fiatCurrencies()} ({@code currency})
 * @param id the merchant's own order id; null if not sent. Only a request in Aurpay's Postman collection, recorded
 *     in 2023, has this field
 * @param url the merchant's page of the order; null if not sent. Only a request in Aurpay's Postman
 *     collection, recorded in 2023, has this field
 * @param options the options of the payment
 */
@JsonbTypeAdapter(PaymentUrlRequest.Adapter.class)
public record PaymentUrlRequest(
        BigDecimal price, String priceCurrency, @Nullable String id, @Nullable URI url, PaymentOptions options)
        implements ApiRequest {
    public PaymentUrlRequest {
        ApiRequest.positive("price", price);
        ApiRequest.notBlank("priceCurrency", priceCurrency);
    }

    /** Creates a request with the least that a payment needs. */
    public static PaymentUrlRequest of(BigDecimal price, String priceCurrency) {
        return new PaymentUrlRequest(price, priceCurrency, null, null, PaymentOptions.NONE);
    }

    /** Names the merchant's own order, and the page of this order if there is one. */
    public PaymentUrlRequest withOrigin(String id, @Nullable URI url) {
        return new PaymentUrlRequest(price, priceCurrency, id, url, options);
    }

    /** Replaces all options that were set. */
    public PaymentUrlRequest withOptions(PaymentOptions options) {
        return new PaymentUrlRequest(price, priceCurrency, id, url, options);
    }

    /** Has Aurpay call one of these URLs when the order is paid, and the other if the order is not paid in time. */
    public PaymentUrlRequest withCallbacks(Callbacks callbacks) {
        return withOptions(options.withCallbacks(callbacks));
    }

    /** Sends the customer to this URL after paying. */
    public PaymentUrlRequest withSucceedUrl(URI url) {
        return withOptions(options.withSucceedUrl(url));
    }

    /** Sends the customer to this URL when the time to pay is over. */
    public PaymentUrlRequest withTimeoutUrl(URI url) {
        return withOptions(options.withTimeoutUrl(url));
    }

    /** Sets whether USDT counts as exactly one USD; for stablecoins only. */
    public PaymentUrlRequest withStablecoinAtPar(boolean atPar) {
        return withOptions(options.withStablecoinAtPar(atPar));
    }

    /** Sets whether Aurpay sends callbacks as POST, with the order in the body. */
    public PaymentUrlRequest withPostCallbacks(boolean post) {
        return withOptions(options.withPostCallbacks(post));
    }

    /** Lets JSON-B write and read the request as the API spells it. */
    public static final class Adapter implements JsonbAdapter<PaymentUrlRequest, PaymentBody> {
        @Override
        public PaymentBody adaptToJson(PaymentUrlRequest request) {
            PaymentBody body = new PaymentBody();
            body.price = request.price;
            body.currency = request.priceCurrency;
            body.id = request.id;
            body.url = request.url;
            request.options.addTo(body);
            return body;
        }

        @Override
        @SuppressWarnings("NullAway") // The constructor of the request rejects null.
        public PaymentUrlRequest adaptFromJson(PaymentBody body) {
            return new PaymentUrlRequest(body.price, body.currency, body.id, body.url, PaymentOptions.of(body));
        }
    }
}
