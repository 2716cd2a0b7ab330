package net.aurpay.webhook.inbox;

import org.jspecify.annotations.Nullable;

/** Two deliveries at once, and the other one was noted first. */
public final class DuplicateException extends Exception {
    private static final long serialVersionUID = 1;

    public DuplicateException(@Nullable Throwable cause) {
        super("noted by another delivery", cause);
    }
}
