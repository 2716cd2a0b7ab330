package net.aurpay.webhook.inbox;

import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** Says whether the thread is in a transaction that somebody else has begun. */
public final class CallerTransaction {
    private CallerTransaction() {}

    /**
     * Returns whether the thread is in a transaction.
     *
     * @throws RetryLaterException if the transaction manager does not respond
     */
    public static boolean isActive(Supplier<UserTransaction> transactions) throws RetryLaterException {
        try {
            return transactions.get().getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (IllegalStateException e) {
            // Open Liberty forbids UserTransaction where the container itself begins and ends transactions.
            return true;
        } catch (Exception e) {
            throw new RetryLaterException("a transaction could not be begun", e);
        }
    }
}
