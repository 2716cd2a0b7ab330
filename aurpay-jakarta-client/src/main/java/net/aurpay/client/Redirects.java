package net.aurpay.client;

import java.net.URI;
import net.aurpay.client.json.PaymentBody;
import org.jspecify.annotations.Nullable;

/**
 * The URLs to which the cashier page sends the customer in the end. Immutable; each method returns a changed copy.
 *
 * @param succeeded used after paying ({@code succeed_url}); null for no redirection
 * @param timedOut used when the time to pay is over ({@code timeout_url}); null for no redirection
 */
public record Redirects(@Nullable URI succeeded, @Nullable URI timedOut) {
    /** No redirection at all. */
    public static final Redirects NONE = new Redirects(null, null);

    public Redirects withSucceeded(URI url) {
        return new Redirects(url, timedOut);
    }

    public Redirects withTimedOut(URI url) {
        return new Redirects(succeeded, url);
    }

    static Redirects of(PaymentBody body) {
        return new Redirects(body.succeedUrl, body.timeoutUrl);
    }

    void addTo(PaymentBody body) {
        body.succeedUrl = succeeded;
        body.timeoutUrl = timedOut;
    }
}
