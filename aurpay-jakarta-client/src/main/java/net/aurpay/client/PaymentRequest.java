package net.aurpay.client;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an order in one crypto currency, with address and amount to pay.
 *
 * @param chain as in {@code ETH}
 * @param currency as in {@code USDT-ERC20}: one of {@link OrderClient#cryptoCurrencies()}
 * @param vsCurrency the currency of the price, as in {@code USD} (the collection swaps the descriptions of these two)
 * @param vsPrice the price in {@code vsCurrency}, above 0, at most 18 decimals; sent digit by digit as given
 * @param succeedUrl where the customer is sent after paying; null for no redirection
 * @param timeoutUrl where the customer is sent when time is up; null for no redirection
 * @param callbackUrl called when the order is paid
 * @param timeoutCallback called when the order was not paid in time
 * @param fixedEncryptPrice whether USDT counts as exactly one USD; stable currencies only, null for false
 * @param enablePostCallback whether callbacks come as POST with the order in the body; null for GET
 */
public record PaymentRequest(
        String chain,
        String currency,
        String vsCurrency,
        BigDecimal vsPrice,
        @Nullable URI succeedUrl,
        @Nullable URI timeoutUrl,
        @Nullable URI callbackUrl,
        @Nullable URI timeoutCallback,
        @Nullable Boolean fixedEncryptPrice,
        @Nullable Boolean enablePostCallback)
        implements ApiRequest {
    public PaymentRequest {
        ApiRequest.notBlank("chain", chain);
        ApiRequest.notBlank("currency", currency);
        ApiRequest.notBlank("vs_currency", vsCurrency);
        ApiRequest.positive("vs_price", vsPrice);
    }

    /** The least that a payment needs: what is paid in, then what it costs. */
    public static PaymentRequest of(String chain, String currency, BigDecimal vsPrice, String vsCurrency) {
        return new PaymentRequest(chain, currency, vsCurrency, vsPrice, null, null, null, null, null, null);
    }

    /** These URLs as callbacks of the order. */
    public PaymentRequest withCallbacks(Callbacks callbacks) {
        return new PaymentRequest(
                chain,
                currency,
                vsCurrency,
                vsPrice,
                succeedUrl,
                timeoutUrl,
                callbacks.succeeded(),
                callbacks.timedOut(),
                fixedEncryptPrice,
                callbacks.post() ? Boolean.TRUE : enablePostCallback);
    }

    /** Sends the customer there after paying. */
    public PaymentRequest withSucceedUrl(URI succeedUrl) {
        return new PaymentRequest(
                chain,
                currency,
                vsCurrency,
                vsPrice,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }

    /** Sends the customer there when time is up. */
    public PaymentRequest withTimeoutUrl(URI timeoutUrl) {
        return new PaymentRequest(
                chain,
                currency,
                vsCurrency,
                vsPrice,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }

    /** Counts USDT as exactly one USD. */
    public PaymentRequest withFixedEncryptPrice(boolean fixedEncryptPrice) {
        return new PaymentRequest(
                chain,
                currency,
                vsCurrency,
                vsPrice,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }

    /** Has callbacks come as POST with the order in the body. */
    public PaymentRequest withPostCallback(boolean enablePostCallback) {
        return new PaymentRequest(
                chain,
                currency,
                vsCurrency,
                vsPrice,
                succeedUrl,
                timeoutUrl,
                callbackUrl,
                timeoutCallback,
                fixedEncryptPrice,
                enablePostCallback);
    }
}
