package net.aurpay.webhook;

import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers callbacks in a table, so that note and effect are committed together. Standard SQL; the table is in {@code
 * META-INF/aurpay/aurpay_callback.sql} of this jar.
 *
 * <p>Rows older than the retention are deleted, once an hour at most. That is safe: a callback that comes again has its
 * date of then, and is refused as stale before its row may go.
 */
final class TableInbox implements Inbox {
    private static final System.Logger LOG = System.getLogger(TableInbox.class.getName());
    private static final long PURGE_PAUSE_MILLIS = Duration.ofHours(1).toMillis();

    private final InboxConfig config;
    private final DataSource dataSource;
    private final Supplier<UserTransaction> transactions;
    private final InstantSource clock;
    private final AtomicLong lastPurge;
    private volatile boolean checked;

    TableInbox(InboxConfig config, DataSource dataSource, Supplier<UserTransaction> transactions, InstantSource clock) {
        this.config = config;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
        this.lastPurge = new AtomicLong(clock.millis());
    }

    @Override
    public Standing standing(InboxEntry entry) throws LaterException {
        if (!checked) {
            check();
        }
        try {
            return Standing.of(entry, rowsLike(entry));
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void insert(InboxEntry entry) throws DuplicateException, LaterException {
        try (Connection connection = dataSource.getConnection()) {
            insert(connection, entry);
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

    @Override
    public synchronized void check() throws LaterException {
        if (!checked) {
            new TableCheck(config, this, transactions).run();
            checked = true;
        }
    }

    Connection connect() throws LaterException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    void insert(Connection connection, InboxEntry entry) throws SQLException {
        String sql = "insert into " + config.table()
                + " (callback_key, order_key, kind, payment_id, order_reference, received_at)"
                + " values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, entry.key());
            setText(insert, 2, orderKey(entry, entry.kind()));
            insert.setString(3, entry.kind().name());
            setText(insert, 4, entry.paymentId());
            insert.setString(5, entry.reference());
            insert.setLong(6, entry.received().toEpochMilli());
            insert.executeUpdate();
        }
    }

    /** One index each, whatever the optimiser makes of an OR. */
    List<InboxEntry> rowsLike(InboxEntry entry) throws SQLException {
        String select = "select callback_key, order_key, kind, payment_id, order_reference, received_at from "
                + config.table() + " where ";
        String sql = select + "callback_key = ? union all " + select + "payment_id = ? union all " + select
                + "order_key in (?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, entry.key());
            setText(query, 2, entry.paymentId());
            setText(query, 3, orderKey(entry, CallbackKind.SUCCEEDED));
            setText(query, 4, orderKey(entry, CallbackKind.TIMED_OUT));
            try (ResultSet rows = query.executeQuery()) {
                List<InboxEntry> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    void delete(InboxEntry entry) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from " + config.table() + " where callback_key = ?")) {
            delete.setString(1, entry.key());
            delete.executeUpdate();
        }
    }

    private void purge(Instant before) {
        try {
            UserTransaction transaction = transactions.get();
            transaction.begin();
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement delete =
                            connection.prepareStatement("delete from " + config.table() + " where received_at < ?")) {
                delete.setLong(1, before.toEpochMilli());
                delete.executeUpdate();
            } finally {
                transaction.commit();
            }
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

    /** Once for a success and once for a time-out, which may both come. */
    private static @Nullable String orderKey(InboxEntry entry, CallbackKind kind) {
        return entry.orderId() == null ? null : entry.orderId() + kind.path();
    }

    private static InboxEntry row(ResultSet row) throws SQLException {
        CallbackKind kind = CallbackKind.valueOf(row.getString(3));
        String orderKey = row.getString(2);
        String orderId = orderKey == null
                ? null
                : orderKey.substring(0, orderKey.length() - kind.path().length());
        return new InboxEntry(
                row.getString(1),
                kind,
                row.getString(4),
                orderId,
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    private static void setText(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, text);
        }
    }

    @Override
    public String toString() {
        return "table " + config.table() + " of " + config.datasource().orElse("a data source");
    }
}
