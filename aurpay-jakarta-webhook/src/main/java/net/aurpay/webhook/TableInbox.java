package net.aurpay.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Remembers callbacks in a table, so that note and effect are committed together.
 *
 * <p>Rows older than the retention are deleted, once an hour at most. That is safe: a callback that comes again has its
 * date of then, and is refused as stale before its row may go.
 */
final class TableInbox implements Inbox {
    private static final System.Logger LOG = System.getLogger(TableInbox.class.getName());
    private static final long PURGE_PAUSE_MILLIS = Duration.ofHours(1).toMillis();

    private final InboxConfig config;
    private final InboxTable table;
    private final DataSource dataSource;
    private final ShortTransaction transaction;
    private final InstantSource clock;
    private final AtomicLong lastPurge;
    private final AtomicBoolean checking = new AtomicBoolean();
    private volatile boolean checked;

    TableInbox(InboxConfig config, DataSource dataSource, ShortTransaction transaction, InstantSource clock) {
        this.config = config;
        this.table = new InboxTable(config.table());
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.clock = clock;
        this.lastPurge = new AtomicLong(clock.millis());
    }

    @Override
    public Standing standing(InboxEntry entry) throws LaterException {
        checkLate();
        try (Connection connection = dataSource.getConnection()) {
            return Standing.of(entry, table.like(connection, entry));
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /**
     * Lets success and time-out of one payment pass one after the other, or a time-out could be fired while the success
     * is being committed: both take the payment's turn, whose unique key is locked until the transaction ends, and who
     * comes second looks again. A success keeps it.
     */
    @Override
    public void insert(InboxEntry entry) throws DuplicateException, LaterException {
        try (Connection connection = dataSource.getConnection()) {
            table.insert(connection, entry);
            if (entry.kind() == CallbackKind.TIMED_OUT) {
                table.releaseTurn(connection, entry);
            }
        } catch (SQLException e) {
            if (isConstraintViolation(e)) {
                throw new DuplicateException(e);
            }
            throw unreachable(e);
        }
    }

    @Override
    public void settle(InboxEntry entry, boolean committed) {
        long last = lastPurge.get();
        long now = clock.millis();
        if (committed
                && config.retention().isPresent()
                && now - last >= PURGE_PAUSE_MILLIS
                && lastPurge.compareAndSet(last, now)) {
            purge(Instant.ofEpochMilli(now).minus(config.retention().get()));
        }
    }

    /** One thread at a time, and none waits: while the data base is away, the others must not queue up here. */
    @Override
    public void check() throws LaterException {
        if (!checking.compareAndSet(false, true)) {
            throw new LaterException("the table <" + config.table() + "> is being checked", null);
        }
        try {
            new TableCheck(config, this, transaction).run();
            checked = true;
        } finally {
            checking.set(false);
        }
    }

    Connection connect() throws LaterException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** If the data base was away at the start. */
    private void checkLate() throws LaterException {
        if (!checked) {
            try {
                check();
            } catch (IllegalStateException e) {
                throw new LaterException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    private void purge(Instant before) {
        try {
            transaction.run(true, () -> {
                try (Connection connection = dataSource.getConnection()) {
                    table.deleteReceivedBefore(connection, before);
                }
            });
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "old rows could not be deleted; in an hour again", e);
        }
    }

    private LaterException unreachable(SQLException e) {
        return new LaterException(
                "the table <" + config.table() + "> of aurpay.webhook.datasource cannot be used, SQL state <"
                        + e.getSQLState() + ">",
                e);
    }

    /** SQL states are standard, vendors' codes are not; what was violated, a second look tells. */
    private static boolean isConstraintViolation(SQLException e) {
        for (SQLException next = e; next != null; next = next.getNextException()) {
            if (next.getSQLState() != null && next.getSQLState().startsWith("23")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "table " + config.table() + " of " + config.datasource().orElse("a data source");
    }
}
