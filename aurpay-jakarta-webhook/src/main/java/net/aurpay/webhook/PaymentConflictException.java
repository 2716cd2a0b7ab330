package net.aurpay.webhook;

/**
 * A payment of the same reference is open and can still be paid, or is paid, but it has another price, another currency, or
 * is of another type. Nothing was sent to Aurpay. If the customer shall pay otherwise, call {@code openAnother}.
 */
public class PaymentConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public PaymentConflictException(String message) {
        super(message);
    }
}
