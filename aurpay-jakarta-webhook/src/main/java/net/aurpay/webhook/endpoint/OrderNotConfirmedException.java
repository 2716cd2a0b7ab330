package net.aurpay.webhook.endpoint;

import net.aurpay.webhook.verification.RejectionReason;
import org.jspecify.annotations.Nullable;

/** What Aurpay says about the order does not confirm the callback. */
final class OrderNotConfirmedException extends Exception {
    private static final long serialVersionUID = 1;

    private final RejectionReason reason;

    OrderNotConfirmedException(RejectionReason reason) {
        this(reason, null);
    }

    /**
     * Rejects the callback.
     *
     * @param cause the failure of the look-up, for the log; null if the look-up returned an order
     */
    OrderNotConfirmedException(RejectionReason reason, @Nullable Throwable cause) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
    }

    RejectionReason reason() {
        return reason;
    }
}
