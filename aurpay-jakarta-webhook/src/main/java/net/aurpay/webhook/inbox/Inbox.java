package net.aurpay.webhook.inbox;

import jakarta.transaction.UserTransaction;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Remembers which callbacks were processed, so that each is fired once. Thread-safe. */
public interface Inbox {
    /**
     * Creates an inbox that forgets everything when the server is restarted.
     *
     * @throws IllegalArgumentException if the configured size is not positive
     */
    static Inbox inMemory(InboxConfig config, InstantSource clock) {
        return new MemoryInbox(config, clock);
    }

    /**
     * Creates an inbox in the configured table of a data source.
     *
     * @param transactions the server's transactions, in which the data source takes part
     */
    static Inbox inTable(
            InboxConfig config, DataSource dataSource, Supplier<UserTransaction> transactions, InstantSource clock) {
        return new TableInbox(config, dataSource, new ShortTransaction(transactions, dataSource), clock);
    }

    /**
     * Looks a callback up, in a separate transaction that has ended when this method returns.
     *
     * @throws RetryLaterException if the inbox cannot be read
     */
    InboxStatus status(InboxEntry entry) throws RetryLaterException;

    /**
     * Returns whether {@link #insert} finds a duplicate at no cost to the database: then there is no need to look a callback
     * up that is probably new. The value may change while the application runs.
     */
    default boolean insertFindsDuplicates() {
        return false;
    }

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

    /** Returns how many callbacks the inbox holds in memory; empty for an inbox in a table. */
    OptionalInt sizeInMemory();

    /**
     * Checks whether the inbox can keep its promise.
     *
     * @throws IllegalStateException if it cannot, naming what to change
     * @throws RetryLaterException if this cannot be determined now
     */
    void check() throws RetryLaterException;
}
