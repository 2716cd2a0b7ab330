package net.aurpay.webhook.endpoint;

import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.inbox.DuplicateException;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.InboxStatus;
import net.aurpay.webhook.inbox.RetryLaterException;

/**
 * Lets each event through once. Callbacks and look-ups of the same order meet here, and whichever is second does
 * nothing. Thread-safe.
 */
final class EventGate {
    private final EventTransaction transaction;

    EventGate(EventTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Rejects a call whose thread is already in a transaction.
     *
     * @throws ForeignTransactionException if the thread is in a transaction
     * @throws RetryLaterException if the transaction manager does not respond
     */
    void requireNoTransaction() throws RetryLaterException {
        transaction.requireNone();
    }

    /** Returns whether {@link #fire} recognises an event that is not new as cheaply as {@link #status}. */
    boolean recognisesDuplicates() {
        return transaction.inbox.insertFindsDuplicates();
    }

    InboxStatus status(InboxEntry entry) throws RetryLaterException {
        return transaction.inbox.status(entry);
    }

    /**
     * Fires the event of an entry whose status is {@link InboxStatus#NEW}, as far as is known. If another callback or
     * look-up was faster, fires nothing and returns the status that the entry has now; otherwise returns {@link InboxStatus#NEW}.
     *
     * @throws NotCommittedException if an observer or the commit has failed
     * @throws RetryLaterException if the inbox cannot be reached
     */
    InboxStatus fire(InboxEntry entry, OrderEvent event) throws NotCommittedException, RetryLaterException {
        Throwable failure;
        try {
            failure = transaction.run(entry, event);
        } catch (DuplicateException e) {
            return statusAfter(e, entry);
        }
        if (failure != null) {
            throw new NotCommittedException(failure);
        }
        transaction.observers.fireAsync(event);
        return InboxStatus.NEW;
    }

    private InboxStatus statusAfter(DuplicateException duplicate, InboxEntry entry) throws RetryLaterException {
        // The other one may have been rolled back since then: only what the inbox remembers now counts.
        InboxStatus status = status(entry);
        if (status == InboxStatus.NEW) {
            throw new RetryLaterException(
                    "the database rejected the row as a duplicate although the inbox has no such row; if this message"
                            + " repeats, the table has a constraint that its DDL lacks",
                    duplicate);
        }
        return status;
    }
}
