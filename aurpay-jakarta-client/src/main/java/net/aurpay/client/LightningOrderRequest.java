package net.aurpay.client;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.json.PaymentBody;
import org.jspecify.annotations.Nullable;

/**
 * Requests an order that is paid over Lightning. Callbacks of such an order are always GET. Immutable; each method
 * returns a changed copy. A value that is blank or out of range is an {@link IllegalArgumentException}.
 *
 * @param price in {@code priceCurrency}, greater than 0, at most 18 decimals; sent digit by digit as given
 * @param priceCurrency one of {@link OrderClient#fiatCurrencies()} ({@code currency})
 * @param redirects where the customer is sent in the end
 * @param callbacks the URLs that Aurpay calls; null for the URLs that are registered in Aurpay's dashboard
 */
@JsonbTypeAdapter(LightningOrderRequest.Adapter.class)
public record LightningOrderRequest(
        BigDecimal price, String priceCurrency, Redirects redirects, @Nullable Callbacks callbacks)
        implements ApiRequest {
    public LightningOrderRequest {
        ApiRequest.positive("price", price);
        ApiRequest.notBlank("priceCurrency", priceCurrency);
    }

    /** Creates a request with the least that a payment needs. */
    public static LightningOrderRequest of(BigDecimal price, String priceCurrency) {
        return new LightningOrderRequest(price, priceCurrency, Redirects.NONE, null);
    }

    /**
     * Has Aurpay call one of these URLs when the order is paid, and the other if the order is not paid in time.
     *
     * @throws IllegalArgumentException if the callbacks ask for POST, which Aurpay does not send for Lightning orders
     */
    public LightningOrderRequest withCallbacks(Callbacks callbacks) {
        if (callbacks.post()) {
            throw new IllegalArgumentException("Lightning orders have GET callbacks only; these ask for POST"
                    + " (aurpay.webhook.confirm=true needs the order in the body)");
        }
        return new LightningOrderRequest(price, priceCurrency, redirects, callbacks);
    }

    /** Sends the customer to this URL after paying. */
    public LightningOrderRequest withSucceedUrl(URI url) {
        return new LightningOrderRequest(price, priceCurrency, redirects.withSucceeded(url), callbacks);
    }

    /** Sends the customer to this URL when the time to pay is over. */
    public LightningOrderRequest withTimeoutUrl(URI url) {
        return new LightningOrderRequest(price, priceCurrency, redirects.withTimedOut(url), callbacks);
    }

    /** Lets JSON-B write and read the request as the API spells it. */
    public static final class Adapter implements JsonbAdapter<LightningOrderRequest, PaymentBody> {
        @Override
        public PaymentBody adaptToJson(LightningOrderRequest request) {
            PaymentBody body = new PaymentBody();
            body.price = request.price;
            body.currency = request.priceCurrency;
            request.redirects.addTo(body);
            if (request.callbacks != null) {
                request.callbacks.addTo(body);
            }
            return body;
        }

        @Override
        @SuppressWarnings("NullAway") // The constructor of the request rejects null.
        public LightningOrderRequest adaptFromJson(PaymentBody body) {
            return new LightningOrderRequest(body.price, body.currency, Redirects.of(body), Callbacks.of(body));
        }
    }
}
