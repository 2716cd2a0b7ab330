package net.aurpay.webhook;

/**
 * The order is refunded, or a refund of the order was requested before and Aurpay has not rejected it. Nothing was sent to
 * Aurpay. If the outcome of that refund stays unknown, see Aurpay's dashboard: only there is it certain whether the customer
 * gets the money back.
 */
public class RefundConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public RefundConflictException(String message) {
        super(message);
    }
}
