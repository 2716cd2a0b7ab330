package net.aurpay.webhook.endpoint;

/** An observer or the commit of an event has failed, and everything was rolled back. */
final class NotCommittedException extends Exception {
    private static final long serialVersionUID = 1;

    NotCommittedException(Throwable cause) {
        super(cause);
    }
}
