package net.aurpay.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Aurpay could not be reached, the connection broke, no response came in time, or the response had HTTP status 408, 429
 * or 5xx, or a corresponding code (429, 42900 to 42999 and so on).
 *
 * <p>If a call only reads, the same call may succeed later. This is the only failure after which such a call is
 * retried, within the limits of {@code aurpay.max-retries} and {@code aurpay.max-retry-wait}. If a call changes
 * something, check {@link #outcomeUnknown()} before anything else: a payment that is sent again could be made twice.
 */
public class AurpayUnavailableException extends AurpayException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    AurpayUnavailableException(Builder builder, @Nullable Duration retryAfter) {
        super(builder);
        this.retryAfter = retryAfter;
    }

    /**
     * How long Aurpay asks its callers to wait, according to the {@code Retry-After} header of the response; never
     * negative. Null if the response has no such header. If the wait is longer than {@code aurpay.max-retry-wait}, a
     * read was not retried.
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
