package net.aurpay.webhook.endpoint;

/** The thread was in a transaction before the callback reached its endpoint. Only a change of the application helps. */
final class ForeignTransactionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignTransactionException() {
        super(
                "a transaction was begun before the callback reached its endpoint, by a servlet filter of the application,"
                        + " say: keep it away from /aurpay/callbacks");
    }
}
