package net.aurpay.webhook.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Remembers callbacks in a table, so that the row and the effect of a callback are committed together.
 *
 * <p>Rows that exceed the retention are deleted, at most once an hour. This is safe: if a callback is sent again with
 * its old date, it is rejected as stale before its row may be deleted.
 */
final class TableInbox implements Inbox {
    private static final System.Logger LOG = System.getLogger(TableInbox.class.getName());
    private static final long PURGE_PAUSE_MILLIS = Duration.ofHours(1).toMillis();

    private final InboxConfig config;
    private final DataSource dataSource;
    private final ShortTransaction transaction;
    private final InstantSource clock;
    private final AtomicLong lastPurge;
    private final AtomicBoolean checking = new AtomicBoolean();

    /** As the check has found the table. */
    private volatile InboxTable table;

    private volatile boolean checked;

    TableInbox(InboxConfig config, DataSource dataSource, ShortTransaction transaction, InstantSource clock) {
        this.config = config;
        this.table = new InboxTable(config.table(), false);
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.clock = clock;
        this.lastPurge = new AtomicLong(clock.millis());
    }

    @Override
    public InboxStatus status(InboxEntry entry) throws RetryLaterException {
        checkLate();
        try {
            return InboxStatus.of(entry, transaction.commit(connection -> table.like(connection, entry)));
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** False until the check has found out which database this is, because a status makes up for the check. */
    @Override
    public boolean insertFindsDuplicates() {
        return table.skipsDuplicates();
    }

    /**
     * Serialises the success of a payment with its time-out and its underpayment. All insert the same {@code payment_lock}; the unique index
     * makes the second insert wait for the first transaction, then fail, and the caller looks again. A success never
     * releases the lock; the others release it before the commit.
     */
    @Override
    public void insert(InboxEntry entry) throws DuplicateException, RetryLaterException {
        try (Connection connection = dataSource.getConnection()) {
            table.insert(connection, entry);
            if (entry.kind().isSupersededBySuccess()) {
                table.releaseLock(connection, entry);
            }
        } catch (SQLException e) {
            if (SqlState.isConstraintViolation(e)) {
                throw new DuplicateException(e);
            }
            throw unreachable(e);
        }
    }

    @Override
    public void afterCompletion(InboxEntry entry, boolean committed) {
        long last = lastPurge.get();
        long now = clock.millis();
        if (committed
                && config.retention().isPresent()
                && now - last >= PURGE_PAUSE_MILLIS
                && lastPurge.compareAndSet(last, now)) {
            purge(Instant.ofEpochMilli(now).minus(config.retention().get()));
        }
    }

    @Override
    public boolean survivesUnknownCommit() {
        return true;
    }

    @Override
    public OptionalInt sizeInMemory() {
        return OptionalInt.empty();
    }

    /**
     * Only one thread checks at a time, and no other thread waits for it: while the database is down, threads must not
     * queue up here.
     */
    @Override
    public void check() throws RetryLaterException {
        if (!checking.compareAndSet(false, true)) {
            throw new RetryLaterException("the table <" + config.table() + "> is being checked", null);
        }
        try {
            table = new TableCheck(config, transaction).run();
            checked = true;
        } finally {
            checking.set(false);
        }
    }

    /** Makes up for the check if the database was down at the start. */
    private void checkLate() throws RetryLaterException {
        if (!checked) {
            try {
                check();
            } catch (IllegalStateException e) {
                throw new RetryLaterException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    private void purge(Instant before) {
        try {
            transaction.commit(connection -> {
                table.deleteReceivedBefore(connection, before);
                return true;
            });
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "old rows could not be deleted; the next attempt is in an hour", e);
        }
    }

    private RetryLaterException unreachable(SQLException e) {
        return new RetryLaterException(
                "the table <" + config.table() + "> of " + WebhookKeys.DATASOURCE + " cannot be used, SQL state <"
                        + e.getSQLState() + ">",
                e);
    }

    @Override
    public String toString() {
        return "table " + config.table() + " of " + config.datasource().orElse("a data source");
    }
}
