package net.aurpay.webhook.payments;

import jakarta.json.JsonReaderFactory;
import jakarta.transaction.UserTransaction;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.inbox.InboxTable;
import net.aurpay.webhook.inbox.ShortTransaction;

/**
 * Where the payments of all accounts are, and what their parts share.
 *
 * @param transactions the server's transactions, in which the data source takes part
 * @param inbox in the same data source
 * @param audited gets the report of each audit, and the name of its account, which is empty for the unnamed account
 */
public record PaymentStore(
        PaymentsConfig config,
        DataSource dataSource,
        Supplier<UserTransaction> transactions,
        PaymentLedger ledger,
        InboxTable inbox,
        BiConsumer<String, AuditReport> audited,
        JsonReaderFactory json,
        InstantSource clock) {
    /** Returns what records the events of the table. */
    public static PaymentLedger ledger(
            PaymentsConfig config, DataSource dataSource, Supplier<UserTransaction> transactions) {
        return PaymentLedger.of(
                new PaymentTable(config.table()), dataSource, new ShortTransaction(transactions, dataSource));
    }

    PaymentTable table() {
        return new PaymentTable(config.table());
    }

    ShortTransaction transaction() {
        return new ShortTransaction(transactions, dataSource);
    }

    Looks looks() {
        return new Looks(config.looks());
    }
}
