package net.aurpay.webhook.payments;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.OrderUnderpaid;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.ShortTransaction;
import net.aurpay.webhook.inbox.SqlState;
import org.jspecify.annotations.Nullable;

/**
 * Records in the table of the open payments which events were fired, in the transaction of the event. The table is
 * optional: without it, nothing is recorded. Thread-safe.
 */
public final class PaymentLedger {
    /** Records nothing. */
    public static final PaymentLedger NONE = new PaymentLedger(null, null, null);

    private static final System.Logger LOG = System.getLogger(PaymentLedger.class.getName());

    /** The table may be created while the application runs. */
    private static final Duration PROBE = Duration.ofMinutes(1);

    private final @Nullable PaymentTable table;
    private final @Nullable DataSource dataSource;
    private final @Nullable ShortTransaction transaction;
    private volatile Optional<Boolean> present = Optional.empty();
    private volatile long absent;

    private PaymentLedger(
            @Nullable PaymentTable table, @Nullable DataSource dataSource, @Nullable ShortTransaction transaction) {
        this.table = table;
        this.dataSource = dataSource;
        this.transaction = transaction;
    }

    static PaymentLedger of(PaymentTable table, DataSource dataSource, ShortTransaction transaction) {
        return new PaymentLedger(table, dataSource, transaction);
    }

    /**
     * Finds out whether the table exists. Called outside any transaction, because some databases give a transaction up
     * after a statement that fails.
     *
     * @throws RetryLaterException if the database cannot be reached
     */
    public void prepare() throws RetryLaterException {
        if (table == null || transaction == null || present.orElse(false) || wasAbsentJustNow()) {
            return;
        }
        try {
            transaction.commit(connection -> table.find(connection, "", ""));
            present = Optional.of(true);
        } catch (SQLException e) {
            if (!SqlState.isMissingTable(e)) {
                throw new RetryLaterException("the table <" + table.name() + "> cannot be used now", e);
            }
            LOG.log(
                    present.isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.DEBUG,
                    "payments cannot be opened: there is no table <" + table.name()
                            + "> with the columns that they need; META-INF/aurpay/aurpay_payment.sql of the jar creates it");
            absent = System.nanoTime();
            present = Optional.of(false);
        }
    }

    private boolean wasAbsentJustNow() {
        return present.isPresent() && System.nanoTime() - absent < PROBE.toNanos();
    }

    /** Called after a statement on the table has succeeded: it was created after the start. */
    void found() {
        present = Optional.of(true);
    }

    /**
     * Records an event. Called inside the transaction in which the event is fired.
     *
     * @throws RetryLaterException if the event cannot be recorded; the transaction can only be rolled back
     */
    public void record(OrderEvent event) throws RetryLaterException {
        if (table == null
                || dataSource == null
                || !present.orElse(false)
                || event.paymentId().isEmpty()) {
            return;
        }
        Optional<Order> order = event.order().or(event::unverifiedOrder);
        try (Connection connection = dataSource.getConnection()) {
            table.record(
                    connection,
                    event.account().orElse(""),
                    event.paymentId().get(),
                    event.order().map(Order::status).orElse(status(event)),
                    order.map(Order::orderId).filter(OrderId::isWellFormed).orElse(null));
        } catch (SQLException e) {
            throw new RetryLaterException(
                    "the table <" + table.name() + "> cannot be used, SQL state <" + e.getSQLState() + ">", e);
        }
    }

    private static OrderStatus status(OrderEvent event) {
        if (event instanceof OrderSucceeded) {
            return OrderStatus.SUCCESS;
        } else if (event instanceof OrderTimedOut) {
            return OrderStatus.OVERDUE;
        } else if (event instanceof OrderUnderpaid) {
            return OrderStatus.PARTIAL;
        } else if (event instanceof OrderRefunded) {
            return OrderStatus.REFUNDED;
        }
        throw new IllegalArgumentException(event.getClass().getName());
    }
}
