package net.aurpay.webhook;

/** Aurpay's own word on an order does not bear the callback out. */
final class UnconfirmedException extends Exception {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;

    UnconfirmedException(RefusalReason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    RefusalReason reason() {
        return reason;
    }
}
