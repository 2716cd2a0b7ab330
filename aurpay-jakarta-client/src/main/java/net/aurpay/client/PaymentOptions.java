package net.aurpay.client;

import java.net.URI;
import net.aurpay.client.json.PaymentBody;
import org.jspecify.annotations.Nullable;

/**
 * The options of a payment beside its price. Immutable; each method returns a changed copy.
 *
 * @param redirects where the customer is sent in the end
 * @param callbacks the URLs that Aurpay calls; null for the URLs that are registered in Aurpay's dashboard
 * @param stablecoinAtPar whether USDT counts as exactly one USD ({@code fixed_encrypt_price}); for stablecoins only,
 *     and null means false
 * @param postCallbacks whether Aurpay sends callbacks as POST, with the order in the body
 *     ({@code enable_post_callback}); null means GET
 */
public record PaymentOptions(
        Redirects redirects,
        @Nullable Callbacks callbacks,
        @Nullable Boolean stablecoinAtPar,
        @Nullable Boolean postCallbacks) {
    /** No options: the payment has nothing but its price. */
    public static final PaymentOptions NONE = new PaymentOptions(Redirects.NONE, null, null, null);

    /** See {@link PaymentUrlRequest#withSucceedUrl}. */
    public PaymentOptions withSucceedUrl(URI url) {
        return new PaymentOptions(redirects.withSucceeded(url), callbacks, stablecoinAtPar, postCallbacks);
    }

    /** See {@link PaymentUrlRequest#withTimeoutUrl}. */
    public PaymentOptions withTimeoutUrl(URI url) {
        return new PaymentOptions(redirects.withTimedOut(url), callbacks, stablecoinAtPar, postCallbacks);
    }

    /** Has Aurpay call these URLs, by POST if they ask for POST. */
    public PaymentOptions withCallbacks(Callbacks urls) {
        return new PaymentOptions(redirects, urls, stablecoinAtPar, urls.post() ? Boolean.TRUE : postCallbacks);
    }

    /** See {@link PaymentUrlRequest#withStablecoinAtPar}. */
    public PaymentOptions withStablecoinAtPar(boolean atPar) {
        return new PaymentOptions(redirects, callbacks, atPar, postCallbacks);
    }

    /** See {@link PaymentUrlRequest#withPostCallbacks}. */
    public PaymentOptions withPostCallbacks(boolean post) {
        return new PaymentOptions(redirects, callbacks, stablecoinAtPar, post);
    }

    static PaymentOptions of(PaymentBody body) {
        return new PaymentOptions(
                Redirects.of(body), Callbacks.of(body), body.fixedEncryptPrice, body.enablePostCallback);
    }

    void addTo(PaymentBody body) {
        redirects.addTo(body);
        if (callbacks != null) {
            callbacks.addTo(body);
        }
        body.fixedEncryptPrice = stablecoinAtPar;
        body.enablePostCallback = postCallbacks;
    }
}
