package net.aurpay.webhook.endpoint;

import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.inbox.CallerTransaction;
import net.aurpay.webhook.inbox.DuplicateException;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.payments.PaymentLedger;
import org.jspecify.annotations.Nullable;

/**
 * Records an event and fires it in one transaction. The transaction is controlled here, not by an annotation,
 * because a commit that fails must determine the response, too.
 */
public final class EventTransaction {
    private static final System.Logger LOG = System.getLogger(EventTransaction.class.getName());

    private final Supplier<UserTransaction> source;
    final Inbox inbox;
    final Observers observers;
    private final PaymentLedger ledger;

    public EventTransaction(Supplier<UserTransaction> source, Inbox inbox, Observers observers) {
        this(source, inbox, observers, PaymentLedger.NONE);
    }

    /**
     * Creates the transaction.
     *
     * @param ledger records which open payment an event is about
     */
    public EventTransaction(Supplier<UserTransaction> source, Inbox inbox, Observers observers, PaymentLedger ledger) {
        this.source = source;
        this.inbox = inbox;
        this.observers = observers;
        this.ledger = ledger;
    }

    /**
     * Returns null if everything is committed, otherwise why everything is rolled back.
     *
     * @throws DuplicateException if another callback or look-up was faster
     * @throws RetryLaterException if the inbox cannot be reached
     */
    @Nullable
    Throwable run(InboxEntry entry, OrderEvent event) throws DuplicateException, RetryLaterException {
        ledger.prepare();
        UserTransaction transaction = begin();
        boolean inserted = false;
        boolean committed = false;
        try {
            inbox.insert(entry);
            inserted = true;
            ledger.record(event);
            Throwable failure = fireAndCommit(transaction, event);
            committed = failure == null;
            return failure;
        } finally {
            if (!committed) {
                rollBack(transaction);
            }
            if (inserted) {
                inbox.afterCompletion(entry, committed);
            }
        }
    }

    /**
     * Rejects a call whose thread is already in a transaction, because each look-up in the inbox begins its own.
     *
     * @throws ForeignTransactionException if the thread is in a transaction
     * @throws RetryLaterException if the transaction manager does not respond
     */
    void requireNone() throws RetryLaterException {
        if (CallerTransaction.isActive(source)) {
            throw new ForeignTransactionException();
        }
    }

    private UserTransaction begin() throws RetryLaterException {
        try {
            UserTransaction transaction = source.get();
            transaction.begin();
            return transaction;
        } catch (Exception e) {
            throw new RetryLaterException("a transaction could not be begun", e);
        }
    }

    /** Treats errors as failures, too: an assertion error in an observer must not leave a committed row behind. */
    private static @Nullable Throwable attempt(Attempt attempt) {
        try {
            attempt.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private @Nullable Throwable fireAndCommit(UserTransaction transaction, OrderEvent event) {
        Throwable failure = attempt(() -> observers.fire(event));
        if (failure != null) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "an observer failed; the transaction was rolled back, and the event will be fired again",
                    failure);
            return failure;
        }
        failure = attempt(() -> {
            if (transaction.getStatus() != Status.STATUS_ACTIVE) {
                throw new IllegalStateException("an observer has marked the transaction for rollback, or has ended it");
            }
            transaction.commit();
        });
        if (failure != null) {
            LOG.log(System.Logger.Level.ERROR, "the commit failed; " + consequence(failure), failure);
        }
        return failure;
    }

    /**
     * The table knows what became of a commit; the inbox in memory does not. If the outcome is unknown, the event is
     * fired again, because a paid order must not be lost.
     */
    private String consequence(Throwable failure) {
        boolean rolledBack = failure instanceof RollbackException
                || failure instanceof HeuristicRollbackException
                || failure instanceof IllegalStateException;
        return rolledBack || inbox.survivesUnknownCommit()
                ? "the event will be fired again unless it took effect"
                : "whether it took effect is unknown, and the inbox in memory cannot tell: the event will be fired again";
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void rollBack(UserTransaction transaction) {
        Throwable failure = attempt(() -> {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        });
        if (failure != null) {
            LOG.log(System.Logger.Level.ERROR, "the rollback failed", failure);
        }
    }
}
