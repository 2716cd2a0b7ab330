package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.net.URI;

/**
 * The two URLs that Aurpay calls for one payment, as one value: two arguments could be swapped, and goods shipped when
 * an order times out.
 *
 * @param succeeded called when the order is paid ({@code callback_url})
 * @param timedOut called when the order was not paid in time ({@code timeout_callback})
 * @param post whether Aurpay shall send the order along in a POST; otherwise it sends a bare GET
 */
public record Callbacks(
        @JsonbProperty("callback_url") URI succeeded,
        @JsonbProperty("timeout_callback") URI timedOut,
        @JsonbTransient boolean post) {
    public Callbacks {
        if (succeeded.equals(timedOut)) {
            throw new IllegalArgumentException(
                    "the callbacks of paid and timed-out orders must differ, both are <" + succeeded.getPath() + ">");
        }
    }
}
