package net.aurpay.webhook;

import org.jspecify.annotations.Nullable;

/** What Aurpay says about an order does not confirm the callback. */
final class UnconfirmedException extends Exception {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;

    UnconfirmedException(RefusalReason reason) {
        this(reason, null);
    }

    /** @param cause the answer to the look-up, for the log; null if it was an order */
    UnconfirmedException(RefusalReason reason, @Nullable Throwable cause) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
    }

    RefusalReason reason() {
        return reason;
    }
}
