package net.aurpay.client;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an order that is paid over Lightning. Its callbacks are always GET.
 *
 * @param price in {@code currency}, above 0, at most 18 decimals; sent digit by digit as given
 * @param currency one of {@link OrderClient#fiatCurrencies()}
 * @param succeedUrl where the customer is sent after paying; null for no redirection
 * @param timeoutUrl where the customer is sent when time is up; null for no redirection
 * @param callbackUrl called when the order is paid
 * @param timeoutCallback called when the order was not paid in time
 */
public record LightningOrderRequest(
        BigDecimal price,
        String currency,
        @Nullable URI succeedUrl,
        @Nullable URI timeoutUrl,
        @Nullable URI callbackUrl,
        @Nullable URI timeoutCallback)
        implements ApiRequest {
    public LightningOrderRequest {
        ApiRequest.positive("price", price);
        ApiRequest.notBlank("currency", currency);
    }

    /** The least that a payment needs. */
    public static LightningOrderRequest of(BigDecimal price, String currency) {
        return new LightningOrderRequest(price, currency, null, null, null, null);
    }

    /**
     * These URLs as callbacks of the order.
     *
     * @throws IllegalArgumentException if they ask for POST, which Lightning orders do not have
     */
    public LightningOrderRequest withCallbacks(Callbacks callbacks) {
        if (callbacks.post()) {
            throw new IllegalArgumentException("Lightning orders have GET callbacks only; these ask for POST"
                    + " (aurpay.webhook.confirm=true needs the order in the body)");
        }
        return new LightningOrderRequest(
                price, currency, succeedUrl, timeoutUrl, callbacks.succeeded(), callbacks.timedOut());
    }

    /** Sends the customer there after paying. */
    public LightningOrderRequest withSucceedUrl(URI succeedUrl) {
        return new LightningOrderRequest(price, currency, succeedUrl, timeoutUrl, callbackUrl, timeoutCallback);
    }

    /** Sends the customer there when time is up. */
    public LightningOrderRequest withTimeoutUrl(URI timeoutUrl) {
        return new LightningOrderRequest(price, currency, succeedUrl, timeoutUrl, callbackUrl, timeoutCallback);
    }
}
