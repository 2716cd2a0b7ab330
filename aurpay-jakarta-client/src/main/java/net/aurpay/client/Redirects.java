package net.aurpay.client;

import java.net.URI;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * Where the cashier page sends the customer in the end. Each method gives a changed copy.
 *
 * @param succeeded after paying ({@code succeed_url}); null for no redirection
 * @param timedOut when time is up ({@code timeout_url}); null for no redirection
 */
public record Redirects(
        @JsonName("succeed_url") @Nullable URI succeeded, @JsonName("timeout_url") @Nullable URI timedOut) {
    /** No redirection at all. */
    public static final Redirects NONE = new Redirects(null, null);

    public Redirects withSucceeded(URI url) {
        return new Redirects(url, timedOut);
    }

    public Redirects withTimedOut(URI url) {
        return new Redirects(succeeded, url);
    }
}
