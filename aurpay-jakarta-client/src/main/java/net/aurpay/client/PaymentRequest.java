package net.aurpay.client;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.json.PaymentBody;

/**
 * Requests an order in one cryptocurrency, with the address and the amount to pay. Immutable; each method returns a
 * changed copy. A value that is blank or out of range is an {@link IllegalArgumentException}.
 *
 * @param chain for example {@code ETH}
 * @param currency the currency to pay in, for example {@code USDT-ERC20}: one of {@link OrderClient#cryptoCurrencies()}
 * @param price in {@code priceCurrency}, greater than 0, at most 18 decimals; sent digit by digit as given
 *     ({@code vs_price})
 * @param priceCurrency for example {@code USD} ({@code vs_currency}; Aurpay's Postman collection swaps the
 *     descriptions of this field and of {@code currency})
 * @param options the options of the payment
 */
@JsonbTypeAdapter(PaymentRequest.Adapter.class)
public record PaymentRequest(
        String chain, String currency, BigDecimal price, String priceCurrency, PaymentOptions options)
        implements ApiRequest {
    public PaymentRequest {
        ApiRequest.notBlank("chain", chain);
        ApiRequest.notBlank("currency", currency);
        ApiRequest.notBlank("priceCurrency", priceCurrency);
        ApiRequest.positive("price", price);
    }

    /** Creates a request with the least that a payment needs: the currency to pay in, and the price. */
    public static PaymentRequest of(String chain, String currency, BigDecimal price, String priceCurrency) {
        return new PaymentRequest(chain, currency, price, priceCurrency, PaymentOptions.NONE);
    }

    /** Replaces all options that were set. */
    public PaymentRequest withOptions(PaymentOptions options) {
        return new PaymentRequest(chain, currency, price, priceCurrency, options);
    }

    /** Has Aurpay call one of these URLs when the order is paid, and the other if the order is not paid in time. */
    public PaymentRequest withCallbacks(Callbacks callbacks) {
        return withOptions(options.withCallbacks(callbacks));
    }

    /** Sends the customer to this URL after paying. */
    public PaymentRequest withSucceedUrl(URI url) {
        return withOptions(options.withSucceedUrl(url));
    }

    /** Sends the customer to this URL when the time to pay is over. */
    public PaymentRequest withTimeoutUrl(URI url) {
        return withOptions(options.withTimeoutUrl(url));
    }

    /** Sets whether USDT counts as exactly one USD; for stablecoins only. */
    public PaymentRequest withStablecoinAtPar(boolean atPar) {
        return withOptions(options.withStablecoinAtPar(atPar));
    }

    /** Sets whether Aurpay sends callbacks as POST, with the order in the body. */
    public PaymentRequest withPostCallbacks(boolean post) {
        return withOptions(options.withPostCallbacks(post));
    }

    /** Lets JSON-B write and read the request as the API spells it. */
    public static final class Adapter implements JsonbAdapter<PaymentRequest, PaymentBody> {
        @Override
        public PaymentBody adaptToJson(PaymentRequest request) {
            PaymentBody body = new PaymentBody();
            body.chain = request.chain;
            body.currency = request.currency;
            body.vsCurrency = request.priceCurrency;
            body.vsPrice = request.price;
            request.options.addTo(body);
            return body;
        }

        @Override
        @SuppressWarnings("NullAway") // The constructor of the request rejects null.
        public PaymentRequest adaptFromJson(PaymentBody body) {
            return new PaymentRequest(
                    body.chain, body.currency, body.vsPrice, body.vsCurrency, PaymentOptions.of(body));
        }
    }
}
