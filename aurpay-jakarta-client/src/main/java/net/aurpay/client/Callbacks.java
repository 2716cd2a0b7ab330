package net.aurpay.client;

import java.net.URI;
import net.aurpay.client.json.PaymentBody;
import org.jspecify.annotations.Nullable;

/**
 * The two URLs that Aurpay calls for one payment. They are one value because two arguments could be swapped, and goods
 * would be shipped when an order times out. If both URLs are equal, the constructor throws an
 * {@link IllegalArgumentException}.
 *
 * @param succeeded called when the order is paid ({@code callback_url})
 * @param timedOut called when the order was not paid in time ({@code timeout_callback})
 * @param post whether Aurpay sends a POST with the order in the body; otherwise Aurpay sends a GET without a body
 */
public record Callbacks(URI succeeded, URI timedOut, boolean post) {
    public Callbacks {
        if (succeeded.equals(timedOut)) {
            throw new IllegalArgumentException(
                    "the callbacks of paid and timed-out orders must differ, both are <" + succeeded.getPath() + ">");
        }
    }

    /** The callbacks in a body; null if the body has none. */
    static @Nullable Callbacks of(PaymentBody body) {
        if (body.callbackUrl == null || body.timeoutCallback == null) {
            return null;
        }
        return new Callbacks(body.callbackUrl, body.timeoutCallback, Boolean.TRUE.equals(body.enablePostCallback));
    }

    void addTo(PaymentBody body) {
        body.callbackUrl = succeeded;
        body.timeoutCallback = timedOut;
    }
}
