package net.aurpay.webhook.payments;

import java.sql.SQLException;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.ShortTransaction;

/** Short transactions on the table. */
record TableTransaction(PaymentTable table, ShortTransaction transaction) {
    /** @throws SettlementException if the table cannot be used */
    <T> T commit(ShortTransaction.Work<T> work) {
        try {
            return transaction.commit(work);
        } catch (SQLException | RetryLaterException e) {
            throw new SettlementException("the table <" + table.name() + "> cannot be used: " + e.getMessage(), e);
        }
    }
}
