package net.aurpay.client;

import org.jspecify.annotations.Nullable;

/**
 * Aurpay could not be reached, the connection broke, no answer came in time, or it had HTTP status 408,
 * 429 or 5xx, or such a code (429, 42900 to 42999 and so on).
 *
 * <p>A call that only reads may succeed later; this is the only failure for which it is tried again. Of a call that changes
 * something ask {@link #outcomeUnknown()} before anything else: a payment that is sent once more could be made twice.
 */
public class AurpayUnavailableException extends AurpayException {
    private static final long serialVersionUID = 1;

    AurpayUnavailableException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
