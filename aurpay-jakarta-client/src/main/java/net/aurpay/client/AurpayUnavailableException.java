package net.aurpay.client;

import org.jspecify.annotations.Nullable;

/**
 * Aurpay could not be reached, or answered with HTTP status 429 or 5xx: the same call may succeed later.
 *
 * <p>It is the only failure for which a call that reads is tried again.
 */
public class AurpayUnavailableException extends AurpayException {
    private static final long serialVersionUID = 1;

    AurpayUnavailableException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
