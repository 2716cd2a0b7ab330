package net.aurpay.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of the inbox, in standard SQL; {@code META-INF/aurpay/aurpay_callback.sql} of this jar creates it. */
final class InboxTable {
    private static final String COLUMNS =
            "callback_key, order_key, kind, payment_id, order_reference, received_at, payment_turn";

    private final String name;

    /** @param name an identifier, checked by the configuration: it becomes part of the statements */
    InboxTable(String name) {
        this.name = name;
    }

    void insert(Connection connection, InboxEntry entry) throws SQLException {
        String sql = "insert into " + name + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, entry.key());
            setText(insert, 2, orderKey(entry, entry.kind()));
            insert.setString(3, entry.kind().name());
            setText(insert, 4, entry.paymentId());
            insert.setString(5, entry.reference());
            insert.setLong(6, entry.received().toEpochMilli());
            setText(insert, 7, entry.paymentId());
            insert.executeUpdate();
        }
    }

    /**
     * Gives the payment's turn up, for after this transaction; others wait until it ends.
     *
     * @param entry was inserted in this transaction
     */
    void releaseTurn(Connection connection, InboxEntry entry) throws SQLException {
        execute(connection, "update " + name + " set payment_turn = null where callback_key = ?", entry.key());
    }

    /** All of the same key, payment's success or order: one index each, whatever an optimiser makes of an OR. */
    List<InboxEntry> like(Connection connection, InboxEntry entry) throws SQLException {
        String select = "select " + COLUMNS + " from " + name + " where ";
        String sql = select + "callback_key = ? union all " + select + "payment_turn = ? union all " + select
                + "order_key in (?, ?)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
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

    void delete(Connection connection, InboxEntry entry) throws SQLException {
        execute(connection, "delete from " + name + " where callback_key = ?", entry.key());
    }

    private static void execute(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.executeUpdate();
        }
    }

    void deleteReceivedBefore(Connection connection, Instant time) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + name + " where received_at < ?")) {
            delete.setLong(1, time.toEpochMilli());
            delete.executeUpdate();
        }
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
}
