package net.aurpay.webhook.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.aurpay.webhook.verification.ReadableText;
import org.jspecify.annotations.Nullable;

/**
 * The table of the inbox, in standard SQL, except for one addition on PostgreSQL. {@code META-INF/aurpay/aurpay_callback.sql}
 * in this jar creates it. Public, because the benchmark measures the statements alone.
 *
 * <p>No unique column is ever null, because databases differ in how many nulls such a column accepts. If there
 * is no order id, or no payment id, {@code order_key} or {@code payment_lock} holds the row's {@code callback_key}.
 */
public final class InboxTable {
    private static final String COLUMNS =
            "callback_key, order_key, kind, payment_id, order_reference, received_at, payment_lock, account";

    private final String name;
    private final String insertion;
    private final boolean holdsUnicode;
    private final boolean skipsDuplicates;

    /** A table on a database of any kind. */
    public InboxTable(String name, boolean holdsUnicode) {
        this(name, holdsUnicode, false);
    }

    /**
     * A table that exists.
     *
     * @param name an identifier that the configuration has checked, because it becomes part of the statements
     * @param holdsUnicode whether the column of the reference accepts more than ASCII
     * @param skipsDuplicates whether the database has PostgreSQL's {@code on conflict do nothing}: a duplicate then writes
     *     neither a row that has to be vacuumed nor a line of the database's log
     */
    public InboxTable(String name, boolean holdsUnicode, boolean skipsDuplicates) {
        this.name = name;
        this.insertion = "insert into " + name + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)"
                + (skipsDuplicates ? " on conflict do nothing" : "");
        this.holdsUnicode = holdsUnicode;
        this.skipsDuplicates = skipsDuplicates;
    }

    boolean skipsDuplicates() {
        return skipsDuplicates;
    }

    /**
     * Inserts a row for a callback.
     *
     * @throws SQLException of class 23 if there is a row with the same key, payment or order
     */
    public void insert(Connection connection, InboxEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insertion)) {
            String orderKey = orderKey(entry, entry.kind());
            insert.setString(1, entry.key());
            insert.setString(2, orderKey == null ? entry.key() : orderKey);
            insert.setString(3, entry.kind().name());
            setText(insert, 4, entry.paymentId());
            setText(insert, 5, storedReference(entry));
            insert.setLong(6, entry.received().toEpochMilli());
            insert.setString(7, lock(entry));
            insert.setString(8, AccountKey.stored(entry.account()));
            if (insert.executeUpdate() == 0) {
                throw new SQLIntegrityConstraintViolationException(
                        "there is a row with the same key, payment or order", "23505");
            }
        }
    }

    /**
     * Releases the lock of the payment when this transaction ends. Until then, other transactions wait for it.
     *
     * @param entry was inserted in this transaction
     */
    void releaseLock(Connection connection, InboxEntry entry) throws SQLException {
        execute(connection, "update " + name + " set payment_lock = callback_key where callback_key = ?", entry.key());
    }

    /**
     * Finds the rows with the same key, the same payment's success, or the same order. {@code UNION ALL} rather than
     * {@code OR}, so that each branch uses its own index.
     */
    public List<InboxEntry> like(Connection connection, InboxEntry entry) throws SQLException {
        String select = "select " + COLUMNS + " from " + name + " where ";
        String sql = select + "callback_key = ? union all " + select + "payment_lock = ? union all " + select
                + "order_key in (?, ?, ?, ?)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, entry.key());
            setText(query, 2, entry.paymentKey());
            int index = 3;
            for (EventKind kind : EventKind.values()) {
                setText(query, index, orderKey(entry, kind));
                index++;
            }
            try (ResultSet rows = query.executeQuery()) {
                List<InboxEntry> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    void delete(Connection connection, InboxEntry entry) throws SQLException {
        execute(connection, "delete from " + name + " where callback_key = ?", entry.key());
    }

    /**
     * Returns those of the orders whose success was processed after a look-up of the order.
     *
     * @param account whose orders they are
     * @param orderIds a few hundred at most, because each becomes a parameter of the statement
     */
    public Set<String> succeeded(Connection connection, String account, Collection<String> orderIds)
            throws SQLException {
        Map<String, String> keys = new HashMap<>();
        orderIds.forEach(
                orderId -> keys.put(InboxEntry.stored(account, orderId) + EventKind.SUCCEEDED.suffix(), orderId));
        if (keys.isEmpty()) {
            return Set.of();
        }
        String sql = "select order_key from " + name + " where order_key in ("
                + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            int index = 1;
            for (String key : keys.keySet()) {
                query.setString(index, key);
                index++;
            }
            try (ResultSet rows = query.executeQuery()) {
                Set<String> found = new HashSet<>();
                while (rows.next()) {
                    found.add(String.valueOf(keys.get(rows.getString(1))));
                }
                return found;
            }
        }
    }

    /**
     * Counts the successes that do not tell which order they are about.
     *
     * @param account whose successes are counted
     * @param payments the name of the table of payments; a success whose payment has an order there is not counted
     */
    public int succeededWithoutOrder(Connection connection, String account, Instant since, String payments)
            throws SQLException {
        String sql = "select count(*) from " + name + " c where c.kind = 'SUCCEEDED' and c.order_key = c.callback_key"
                + " and c.received_at >= ? and c.account = ? and not exists (select 1 from " + payments
                + " p where p.payment_id = c.payment_id and p.account = c.account and p.order_id is not null)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, since.toEpochMilli());
            query.setString(2, AccountKey.stored(account));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void execute(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.executeUpdate();
        }
    }

    /**
     * Deletes old rows. A row with a payment id or an order stays, however old it is: the order may be looked up at any
     * time, and then only the row shows that its event was fired.
     */
    void deleteReceivedBefore(Connection connection, Instant time) throws SQLException {
        String sql =
                "delete from " + name + " where received_at < ? and payment_id is null and order_key = callback_key";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, time.toEpochMilli());
            delete.executeUpdate();
        }
    }

    /** Returns null for an empty reference, because Oracle takes an empty text for null. */
    private @Nullable String storedReference(InboxEntry entry) {
        String reference = holdsUnicode ? ReadableText.of(entry.reference()) : ReadableText.ascii(entry.reference());
        return reference.isEmpty() ? null : reference;
    }

    /** Returns a different key for each kind, because one order may have an event of each kind. */
    private static @Nullable String orderKey(InboxEntry entry, EventKind kind) {
        return entry.orderId() == null ? null : entry.orderId() + kind.suffix();
    }

    private static InboxEntry row(ResultSet row) throws SQLException {
        String key = row.getString(1);
        EventKind kind = EventKind.valueOf(row.getString(3));
        String orderKey = row.getString(2);
        String orderId = orderKey.equals(key)
                ? null
                : orderKey.substring(0, orderKey.length() - kind.suffix().length());
        String reference = row.getString(5);
        Instant received = Instant.ofEpochMilli(row.getLong(6));
        return new InboxEntry(
                AccountKey.name(row.getString(8)),
                key,
                kind,
                row.getString(4),
                orderId,
                reference == null ? "" : reference,
                received,
                received);
    }

    /** Returns what no other row may hold at the same time: the payment, so that its success waits for this transaction. */
    private static String lock(InboxEntry entry) {
        boolean locks = entry.kind() == EventKind.SUCCEEDED || entry.kind().isSupersededBySuccess();
        String payment = entry.paymentKey();
        return payment != null && locks ? payment : entry.key();
    }

    private static void setText(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, text);
        }
    }
}
