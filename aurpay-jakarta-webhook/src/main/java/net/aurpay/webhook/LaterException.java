package net.aurpay.webhook;

import org.jspecify.annotations.Nullable;

/** Nothing is wrong with the callback, but it cannot be processed now: Aurpay shall try again. */
final class LaterException extends Exception {
    private static final long serialVersionUID = 1;

    LaterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
