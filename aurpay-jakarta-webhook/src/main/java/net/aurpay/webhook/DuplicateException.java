package net.aurpay.webhook;

import org.jspecify.annotations.Nullable;

/** Two deliveries at once, and the other one was noted first. */
final class DuplicateException extends Exception {
    private static final long serialVersionUID = 1;

    DuplicateException(@Nullable Throwable cause) {
        super("noted by another delivery", cause);
    }
}
