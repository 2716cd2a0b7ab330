package net.aurpay.client;

import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.json.JsonName;
import net.aurpay.client.json.JsonOrder;

/**
 * Asks for an order in one cryptocurrency, with address and amount to pay. Each method gives a changed copy.
 *
 * @param chain as in {@code ETH}
 * @param currency what is paid in, as in {@code USDT-ERC20}: one of {@link OrderClient#cryptoCurrencies()}
 * @param price in {@code priceCurrency}, above 0, at most 18 decimals; sent digit by digit as given ({@code vs_price})
 * @param priceCurrency as in {@code USD} ({@code vs_currency}; the collection swaps its description with that of {@code
 *     currency})
 * @param options what else the payment is given
 */
@JsonOrder({"chain", "currency", "vs_currency", "vs_price"})
public record PaymentRequest(
        String chain,
        String currency,
        @JsonName("vs_price") BigDecimal price,
        @JsonName("vs_currency") String priceCurrency,
        PaymentOptions options)
        implements ApiRequest {
    public PaymentRequest {
        ApiRequest.notBlank("chain", chain);
        ApiRequest.notBlank("currency", currency);
        ApiRequest.notBlank("priceCurrency", priceCurrency);
        ApiRequest.positive("price", price);
    }

    /** The least that a payment needs: what is paid in, then what it costs. */
    public static PaymentRequest of(String chain, String currency, BigDecimal price, String priceCurrency) {
        return new PaymentRequest(chain, currency, price, priceCurrency, PaymentOptions.NONE);
    }

    /** These options in place of all that were set. */
    public PaymentRequest withOptions(PaymentOptions options) {
        return new PaymentRequest(chain, currency, price, priceCurrency, options);
    }

    /** Has Aurpay call these URLs: one when the order is paid, the other when it was not paid in time. */
    public PaymentRequest withCallbacks(Callbacks callbacks) {
        return withOptions(options.withCallbacks(callbacks));
    }

    /** Sends the customer there after paying. */
    public PaymentRequest withSucceedUrl(URI url) {
        return withOptions(options.withSucceedUrl(url));
    }

    /** Sends the customer there when time is up. */
    public PaymentRequest withTimeoutUrl(URI url) {
        return withOptions(options.withTimeoutUrl(url));
    }

    /** Counts USDT as exactly one USD. */
    public PaymentRequest withStablecoinAtPar(boolean atPar) {
        return withOptions(options.withStablecoinAtPar(atPar));
    }

    /** Has callbacks come as POST with the order in the body. */
    public PaymentRequest withPostCallbacks(boolean post) {
        return withOptions(options.withPostCallbacks(post));
    }
}
