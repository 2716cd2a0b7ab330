package net.aurpay.webhook.inbox;

/** Remembers which callbacks were processed, so that each is fired once. Thread-safe. */
public interface Inbox {
    /**
     * Looks a callback up, in a separate transaction that has ended when this method returns.
     *
     * @throws RetryLaterException if the inbox cannot be read
     */
    InboxStatus status(InboxEntry entry) throws RetryLaterException;

    /**
     * Records a callback inside the transaction that its event is fired in.
     *
     * @throws DuplicateException if another delivery was faster; the transaction can only be rolled back
     * @throws RetryLaterException if the callback cannot be recorded, or the inbox is full; the transaction can only be
     *     rolled back
     */
    void insert(InboxEntry entry) throws DuplicateException, RetryLaterException;

    /** Called after the transaction of an inserted entry has ended. */
    void afterCompletion(InboxEntry entry, boolean committed);

    /** Returns whether the inbox can tell, after a commit that failed with an error, if the entry was saved. */
    boolean survivesUnknownCommit();

    /**
     * Checks whether the inbox can keep its promise.
     *
     * @throws IllegalStateException if it cannot, naming what to change
     * @throws RetryLaterException if this cannot be determined now
     */
    void check() throws RetryLaterException;
}
