package net.aurpay.webhook.endpoint;

/**
 * The thread was already in a transaction when the callback reached its endpoint. Only a change to the application
 * helps.
 */
final class ForeignTransactionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignTransactionException() {
        super("a transaction was begun before the callback reached its endpoint, for example by a servlet filter of the"
                + " application: exclude /aurpay/callbacks from it");
    }
}
