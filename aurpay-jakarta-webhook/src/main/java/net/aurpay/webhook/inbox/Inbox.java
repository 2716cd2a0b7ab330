package net.aurpay.webhook.inbox;

/** Remembers which callbacks were processed, so that each is fired once. Thread-safe. */
public interface Inbox {
    /**
     * Looks, in a transaction of its own that has ended when this returns.
     *
     * @throws RetryLaterException if it cannot look
     */
    InboxStatus status(InboxEntry entry) throws RetryLaterException;

    /**
     * Notes a callback inside the transaction that its event is fired in.
     *
     * @throws DuplicateException if another delivery was faster; the transaction is spoiled
     * @throws RetryLaterException if it cannot note, or has no room; the transaction is spoiled
     */
    void insert(InboxEntry entry) throws DuplicateException, RetryLaterException;

    /** Hears how the transaction ended of an entry that was inserted. */
    void afterCompletion(InboxEntry entry, boolean committed);

    /** Whether a second look tells what became of a transaction whose commit ended with an error. */
    boolean survivesUnknownCommit();

    /**
     * Finds out whether the inbox can keep what it promises.
     *
     * @throws IllegalStateException if it cannot, naming what to change
     * @throws RetryLaterException if that cannot be told now
     */
    void check() throws RetryLaterException;
}
