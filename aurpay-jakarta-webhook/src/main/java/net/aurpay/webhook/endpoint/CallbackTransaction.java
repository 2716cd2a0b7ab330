package net.aurpay.webhook.endpoint;

import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.inbox.DuplicateException;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.RetryLaterException;
import org.jspecify.annotations.Nullable;

/**
 * Notes a callback and fires its event in one transaction. It is driven here and not by an annotation, because a commit
 * that fails must become our answer, too.
 */
public final class CallbackTransaction {
    private static final System.Logger LOG = System.getLogger(CallbackTransaction.class.getName());

    private final Supplier<UserTransaction> source;
    final Inbox inbox;
    final Observers observers;

    public CallbackTransaction(Supplier<UserTransaction> source, Inbox inbox, Observers observers) {
        this.source = source;
        this.inbox = inbox;
        this.observers = observers;
    }

    /**
     * Returns whether all is committed; if not, all is rolled back.
     *
     * @throws DuplicateException if another delivery of the callback was faster
     * @throws RetryLaterException if the inbox cannot be reached
     */
    boolean run(InboxEntry entry, OrderEvent event) throws DuplicateException, RetryLaterException {
        UserTransaction transaction = begin();
        boolean inserted = false;
        boolean committed = false;
        try {
            inbox.insert(entry);
            inserted = true;
            committed = fireAndCommit(transaction, event);
        } finally {
            if (!committed) {
                rollBack(transaction);
            }
            if (inserted) {
                inbox.afterCompletion(entry, committed);
            }
        }
        return committed;
    }

    /**
     * Rejects a request whose thread is in a transaction already: every look into the inbox begins one of its own.
     *
     * @throws ForeignTransactionException if there is one
     * @throws RetryLaterException if the transaction manager does not answer
     */
    void requireNone() throws RetryLaterException {
        int status;
        try {
            status = source.get().getStatus();
        } catch (Exception e) {
            throw new RetryLaterException("no transaction could be begun", e);
        }
        if (status != Status.STATUS_NO_TRANSACTION) {
            throw new ForeignTransactionException();
        }
    }

    private UserTransaction begin() throws RetryLaterException {
        try {
            UserTransaction transaction = source.get();
            transaction.begin();
            return transaction;
        } catch (Exception e) {
            throw new RetryLaterException("no transaction could be begun", e);
        }
    }

    /** Errors count as failures, too: an assertion in an observer must not leave a committed row behind. */
    private static @Nullable Throwable attempt(Attempt attempt) {
        try {
            attempt.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private boolean fireAndCommit(UserTransaction transaction, OrderEvent event) {
        Throwable failure = attempt(() -> observers.fire(event));
        if (failure != null) {
            LOG.log(System.Logger.Level.ERROR, "an observer failed; rolled back, Aurpay will try again", failure);
            return false;
        }
        failure = attempt(() -> {
            if (transaction.getStatus() != Status.STATUS_ACTIVE) {
                throw new IllegalStateException("an observer has marked the transaction for rollback, or ended it");
            }
            transaction.commit();
        });
        if (failure != null) {
            LOG.log(System.Logger.Level.ERROR, "the commit failed; " + consequence(failure), failure);
        }
        return failure == null;
    }

    /** The table knows what became of a commit; memory does not, and a paid order must not be lost. */
    private String consequence(Throwable failure) {
        boolean rolledBack = failure instanceof RollbackException
                || failure instanceof HeuristicRollbackException
                || failure instanceof IllegalStateException;
        return rolledBack || inbox.survivesUnknownCommit()
                ? "Aurpay will try again"
                : "whether it took effect is unknown, and the inbox in memory cannot tell: Aurpay will try again, and the"
                        + " event will be fired again";
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
