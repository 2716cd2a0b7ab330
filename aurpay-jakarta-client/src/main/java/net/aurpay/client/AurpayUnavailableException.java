package net.aurpay.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Aurpay could not be reached, the connection broke, no response came in time, or it had HTTP status 408,
 * 429 or 5xx, or such a code (429, 42900 to 42999 and so on).
 *
 * <p>A call that only reads may succeed later; this is the only failure after which it is tried again, as {@code
 * aurpay.max-retries} and {@code aurpay.max-retry-wait} say. Of a call that changes something ask {@link #outcomeUnknown()}
 * before anything else: a payment that is sent once more could be made twice.
 */
public class AurpayUnavailableException extends AurpayException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    AurpayUnavailableException(Builder builder, @Nullable Duration retryAfter) {
        super(builder);
        this.retryAfter = retryAfter;
    }

    /**
     * How long Aurpay asks its callers to wait, by the {@code Retry-After} of its response: not negative; null if it did not
     * say. A read that failed with more than {@code aurpay.max-retry-wait} here was not tried again.
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
