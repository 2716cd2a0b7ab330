package net.aurpay.webhook.payments;

import jakarta.json.JsonReaderFactory;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.Payments;
import net.aurpay.webhook.RefundResult;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.SweepReport;
import net.aurpay.webhook.inbox.CallerTransaction;
import net.aurpay.webhook.inbox.InboxTable;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.ShortTransaction;

/** The payments in the table of a data source. Thread-safe. */
public final class TablePayments implements Payments {
    private final Supplier<UserTransaction> transactions;
    private final PaymentClient client;
    private final PaymentLedger ledger;
    private final PaymentOpening opening;
    private final PaymentSweep sweep;
    private final PaymentRefund refund;
    private final PaymentAudit audit;
    private final PaymentAdoption adoption;

    /**
     * Creates the payments.
     *
     * @param ledger of the same table
     * @param inbox of the same data source
     * @param callbacks makes the callbacks of a new payment from its reference
     */
    public TablePayments(
            PaymentsConfig config,
            DataSource dataSource,
            Supplier<UserTransaction> transactions,
            PaymentLedger ledger,
            InboxTable inbox,
            Function<String, Callbacks> callbacks,
            PaymentClient client,
            AurpayOrders orders,
            Settler settler,
            JsonReaderFactory json,
            InstantSource clock) {
        this.transactions = transactions;
        this.client = client;
        this.ledger = ledger;
        PaymentTable table = new PaymentTable(config.table());
        ShortTransaction transaction = new ShortTransaction(transactions, dataSource);
        Looks looks = new Looks(config.looks());
        opening = new PaymentOpening(
                table, transaction, callbacks, orders, settler, opened -> looks.next(opened, opened), json, clock);
        sweep = new PaymentSweep(table, transaction, orders, settler, looks, clock);
        refund = new PaymentRefund(table, transaction, client::refund, orders, settler, clock);
        audit = new PaymentAudit(table, inbox, transaction, orders);
        adoption = new PaymentAdoption(table, transaction, orders, settler);
    }

    /** Returns what records the events of the same table. */
    public static PaymentLedger ledger(
            PaymentsConfig config, DataSource dataSource, Supplier<UserTransaction> transactions) {
        return PaymentLedger.of(
                new PaymentTable(config.table()), dataSource, new ShortTransaction(transactions, dataSource));
    }

    @Override
    public Payment open(String reference, PaymentRequest request) {
        return opened(() -> opening.open(reference, Offer.of(request, client::createPayment)));
    }

    @Override
    public PaymentUrl open(String reference, PaymentUrlRequest request) {
        return opened(() -> opening.open(reference, Offer.of(request, client::createPaymentUrl)));
    }

    @Override
    public Payment openAnother(String reference, PaymentRequest request) {
        return opened(() -> opening.openAnother(reference, Offer.of(request, client::createPayment)));
    }

    @Override
    public PaymentUrl openAnother(String reference, PaymentUrlRequest request) {
        return opened(() -> opening.openAnother(reference, Offer.of(request, client::createPaymentUrl)));
    }

    /**
     * Opens a payment in place of this one, if it is still the one that is open, and unpaid; otherwise, does what
     * {@link #open(String, PaymentRequest)} does.
     */
    public Payment openInsteadOf(String paymentId, String reference, PaymentRequest request) {
        return opened(() -> opening.openInsteadOf(paymentId, reference, Offer.of(request, client::createPayment)));
    }

    /** Returns the payment that the reference has; empty if the customer can no longer pay it. */
    public Optional<CurrentPayment> current(String reference) {
        requireNoTransaction();
        return opening.current(reference);
    }

    private <T> T opened(Supplier<T> step) {
        requireNoTransaction();
        T opened = step.get();
        ledger.found();
        return opened;
    }

    @Override
    public SweepReport sweep(int atMost) {
        requireNoTransaction();
        return sweep.sweep(atMost);
    }

    @Override
    public RefundResult refund(String orderId) {
        requireNoTransaction();
        return refund.refund(orderId);
    }

    @Override
    public AuditReport audit(Instant from, Instant to) {
        requireNoTransaction();
        return audit.audit(from, to);
    }

    @Override
    public SettlementResult adopt(String orderId, String paymentId) {
        requireNoTransaction();
        return adoption.adopt(orderId, paymentId);
    }

    private void requireNoTransaction() {
        boolean active;
        try {
            active = CallerTransaction.isActive(transactions);
        } catch (RetryLaterException e) {
            throw new SettlementException(String.valueOf(e.getMessage()), e);
        }
        if (active) {
            throw new IllegalStateException(
                    "payments must be opened, looked up and refunded outside any transaction, because each"
                            + " step is committed by itself: in an EJB, use @TransactionManagement(BEAN)");
        }
    }
}
