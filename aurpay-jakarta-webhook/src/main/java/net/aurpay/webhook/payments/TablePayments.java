package net.aurpay.webhook.payments;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.ShortTransaction;

/** The payments of one account, in the table of a data source. Thread-safe. */
public final class TablePayments implements Payments {
    private final PaymentStore store;
    private final Function<String, AccountAccess> accounts;
    private final AccountAccess account;
    private final PaymentOpening opening;
    private final PaymentSweep sweep;
    private final PaymentRefund refund;
    private final PaymentAudit audit;
    private final PaymentAdoption adoption;

    private TablePayments(
            PaymentStore store, Function<String, AccountAccess> accounts, AccountAccess account, PaymentSweep sweep) {
        this.store = store;
        this.accounts = accounts;
        this.account = account;
        this.sweep = sweep;
        PaymentTable table = store.table();
        ShortTransaction transaction = store.transaction();
        Looks looks = store.looks();
        opening = new PaymentOpening(
                table, transaction, account, opened -> looks.next(opened, opened), store.json(), store.clock());
        refund = new PaymentRefund(table, transaction, account, store.clock());
        audit = new PaymentAudit(table, store.inbox(), transaction, account);
        adoption = new PaymentAdoption(table, transaction, account);
    }

    /**
     * Returns the payments of the unnamed account.
     *
     * @param accounts finds an account by its name, which is empty for the unnamed account; throws if there is no such
     *     account, or if this is not known
     */
    public static TablePayments of(PaymentStore store, Function<String, AccountAccess> accounts) {
        return new TablePayments(
                store,
                accounts,
                accounts.apply(""),
                new PaymentSweep(store.table(), store.transaction(), accounts, store.looks(), store.clock()));
    }

    @Override
    public TablePayments forAccount(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of an account must not be empty");
        }
        return new TablePayments(store, accounts, accounts.apply(name), sweep);
    }

    @Override
    public Payment open(String reference, PaymentRequest request) {
        return opened(() -> opening.open(reference, Offer.of(request, account.client()::createPayment)));
    }

    @Override
    public PaymentUrl open(String reference, PaymentUrlRequest request) {
        return opened(() -> opening.open(reference, Offer.of(request, account.client()::createPaymentUrl)));
    }

    @Override
    public Payment openAnother(String reference, PaymentRequest request) {
        return opened(() -> opening.openAnother(reference, Offer.of(request, account.client()::createPayment)));
    }

    @Override
    public PaymentUrl openAnother(String reference, PaymentUrlRequest request) {
        return opened(() -> opening.openAnother(reference, Offer.of(request, account.client()::createPaymentUrl)));
    }

    /**
     * Opens a payment in place of this one, if it is still the one that is open, and unpaid; otherwise, does what
     * {@link #open(String, PaymentRequest)} does.
     */
    public Payment openInsteadOf(String paymentId, String reference, PaymentRequest request) {
        return opened(
                () -> opening.openInsteadOf(paymentId, reference, Offer.of(request, account.client()::createPayment)));
    }

    /** Returns the payment that the reference has; empty if the customer can no longer pay it. */
    public Optional<CurrentPayment> current(String reference) {
        requireNoTransaction();
        return opening.current(reference);
    }

    private <T> T opened(Supplier<T> step) {
        requireNoTransaction();
        T opened = step.get();
        store.ledger().found();
        return opened;
    }

    @Override
    public SweepReport sweep(int atMost) {
        requireNoTransaction();
        return sweep.sweep(account.name().isEmpty() ? SweptAccounts.all() : SweptAccounts.only(account.name()), atMost);
    }

    @Override
    public RefundResult refund(String orderId) {
        requireNoTransaction();
        return refund.refund(orderId);
    }

    @Override
    public AuditReport audit(Instant from, Instant to) {
        requireNoTransaction();
        AuditReport report = audit.audit(from, to);
        store.audited().accept(account.name(), report);
        return report;
    }

    @Override
    public SettlementResult adopt(String orderId, String paymentId) {
        requireNoTransaction();
        return adoption.adopt(orderId, paymentId);
    }

    private void requireNoTransaction() {
        boolean active;
        try {
            active = CallerTransaction.isActive(store.transactions());
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
