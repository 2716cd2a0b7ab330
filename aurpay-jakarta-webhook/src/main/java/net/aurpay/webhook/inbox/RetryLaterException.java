package net.aurpay.webhook.inbox;

import org.jspecify.annotations.Nullable;

/** Nothing is wrong with the callback, but it cannot be processed now: Aurpay should send it again. */
public final class RetryLaterException extends Exception {
    private static final long serialVersionUID = 1;

    public RetryLaterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
