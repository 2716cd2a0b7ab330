package net.aurpay.client;

import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an order that is paid over Lightning. Its callbacks are always GET. Each method gives a changed copy.
 *
 * @param price in {@code priceCurrency}, above 0, at most 18 decimals; sent digit by digit as given
 * @param priceCurrency one of {@link OrderClient#fiatCurrencies()} ({@code currency})
 * @param redirects where the customer is sent in the end
 * @param callbacks what Aurpay calls; null for what is registered in its dashboard
 */
public record LightningOrderRequest(
        BigDecimal price,
        @JsonName("currency") String priceCurrency,
        Redirects redirects,
        @Nullable Callbacks callbacks)
        implements ApiRequest {
    public LightningOrderRequest {
        ApiRequest.positive("price", price);
        ApiRequest.notBlank("priceCurrency", priceCurrency);
    }

    /** The least that a payment needs. */
    public static LightningOrderRequest of(BigDecimal price, String priceCurrency) {
        return new LightningOrderRequest(price, priceCurrency, Redirects.NONE, null);
    }

    /**
     * Has Aurpay call these URLs: one when the order is paid, the other when it was not paid in time.
     *
     * @throws IllegalArgumentException if they ask for POST, which Lightning orders do not have
     */
    public LightningOrderRequest withCallbacks(Callbacks callbacks) {
        if (callbacks.post()) {
            throw new IllegalArgumentException("Lightning orders have GET callbacks only; these ask for POST"
                    + " (aurpay.webhook.confirm=true needs the order in the body)");
        }
        return new LightningOrderRequest(price, priceCurrency, redirects, callbacks);
    }

    /** Sends the customer there after paying. */
    public LightningOrderRequest withSucceedUrl(URI url) {
        return new LightningOrderRequest(price, priceCurrency, redirects.withSucceeded(url), callbacks);
    }

    /** Sends the customer there when time is up. */
    public LightningOrderRequest withTimeoutUrl(URI url) {
        return new LightningOrderRequest(price, priceCurrency, redirects.withTimedOut(url), callbacks);
    }
}
