package net.aurpay.webhook;

/** Remembers which callbacks were processed, so that each is fired once. Thread-safe. */
interface Inbox {
    /**
     * Looks, in a transaction of its own that has ended when this returns.
     *
     * @throws LaterException if it cannot look
     */
    Standing standing(InboxEntry entry) throws LaterException;

    /**
     * Notes a callback inside the transaction that its event is fired in.
     *
     * @throws DuplicateException if another delivery was faster; the transaction is spoiled
     * @throws LaterException if it cannot note, or has no room; the transaction is spoiled
     */
    void insert(InboxEntry entry) throws DuplicateException, LaterException;

    /** Hears how the transaction ended of an entry that was inserted. */
    void settle(InboxEntry entry, boolean committed);

    /** Whether a second look tells what became of a transaction whose commit ended with an error. */
    boolean survivesUnknownCommit();

    /**
     * Finds out whether the inbox can keep what it promises.
     *
     * @throws IllegalStateException if it cannot, naming what to change
     * @throws LaterException if that cannot be told now
     */
    void check() throws LaterException;
}
