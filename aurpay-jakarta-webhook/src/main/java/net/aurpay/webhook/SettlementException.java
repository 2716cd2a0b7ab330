package net.aurpay.webhook;

import org.jspecify.annotations.Nullable;

/**
 * An order was looked up, but its event could not be committed, because an observer, the database or the transaction
 * failed. Nothing was recorded, so the same call can succeed later.
 */
public class SettlementException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param cause what an observer or the database has thrown
     */
    public SettlementException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
