package net.aurpay.webhook.inbox;

import org.jspecify.annotations.Nullable;

/** Another delivery of the same callback arrived at the same time and was recorded first. */
public final class DuplicateException extends Exception {
    private static final long serialVersionUID = 1;

    public DuplicateException(@Nullable Throwable cause) {
        super("recorded by another delivery", cause);
    }
}
