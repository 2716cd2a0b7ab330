package net.aurpay.webhook.endpoint;

/** Ends the handling of a callback without an event: the inbox knows the callback, or knows one that supersedes it. */
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
