package net.aurpay.webhook.endpoint;

/** The inbox already knows the callback, or something that settles it: nothing is fired. */
final class AlreadyHandledException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient CallbackOutcome outcome;

    /** @param outcome what the callback is answered with */
    AlreadyHandledException(CallbackOutcome outcome) {
        super(outcome.name(), null, false, false);
        this.outcome = outcome;
    }

    CallbackOutcome outcome() {
        return outcome;
    }
}
