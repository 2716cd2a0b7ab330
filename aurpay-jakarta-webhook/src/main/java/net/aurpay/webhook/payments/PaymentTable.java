package net.aurpay.webhook.payments;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.inbox.AccountKey;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the table, in standard SQL; {@code META-INF/aurpay/aurpay_payment.sql} in this jar creates it. Each
 * change names the state that it expects, and returns whether it found this state: with several servers, only one of
 * them succeeds.
 */
final class PaymentTable {
    private static final String COLUMNS =
            "account, payment_id, open_key, order_reference, callback_url, order_id, coin, price,"
                    + " price_currency, response, status, created_at, due_at, looks, refund_status, refund_at";

    /** OVERDUE is missing in both sets: a person may accept the payment, or request the remaining amount, days later. */
    private static final Set<OrderStatus> NOTHING_PAID =
            Set.of(OrderStatus.TERMINATED, OrderStatus.FAILED, OrderStatus.REFUNDED);

    private static final Set<OrderStatus> FINAL = Set.of(
            OrderStatus.SUCCESS,
            OrderStatus.RESOLVED,
            OrderStatus.REFUNDED,
            OrderStatus.TERMINATED,
            OrderStatus.FAILED);

    private final String name;

    /** @param name an identifier that the configuration has checked, because it becomes part of the statements */
    PaymentTable(String name) {
        this.name = name;
    }

    /** Whether an order with this status does not change any more. */
    static boolean isFinal(OrderStatus status) {
        return FINAL.contains(status);
    }

    String name() {
        return name;
    }

    void insert(Connection connection, OpenPayment row) throws SQLException {
        update(
                connection,
                "insert into " + name + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                AccountKey.stored(row.account()),
                row.paymentId(),
                row.openKey(),
                row.reference(),
                row.succeededUrl(),
                row.orderId(),
                row.coin(),
                row.price().toPlainString(),
                row.priceCurrency(),
                row.response(),
                row.status().value(),
                row.created().toEpochMilli(),
                row.due().toEpochMilli(),
                row.looks(),
                row.refund().name(),
                row.refundRequested().toEpochMilli());
    }

    /** The payment that no other payment of its reference may be opened beside. */
    Optional<OpenPayment> holder(Connection connection, String openKey) throws SQLException {
        return select(connection, 1, "open_key = ?", openKey).stream().findFirst();
    }

    /** Stores what Aurpay responded, if the payment still holds its reference. */
    boolean storeResponse(
            Connection connection, OpenPayment row, String response, @Nullable String orderId, Instant due)
            throws SQLException {
        return update(
                        connection,
                        "update " + name + " set response = ?, order_id = ?, due_at = ?"
                                + " where payment_id = ? and open_key = ? and response is null",
                        response,
                        orderId,
                        due.toEpochMilli(),
                        row.paymentId(),
                        row.openKey())
                == 1;
    }

    /**
     * Lets another payment of the same reference be opened, unless this payment has changed: a callback may have reported
     * that it is paid.
     */
    boolean release(Connection connection, OpenPayment row, OrderStatus status) throws SQLException {
        return update(
                        connection,
                        "update " + name
                                + " set open_key = payment_id, status = ?"
                                + " where payment_id = ? and open_key = ? and status = ?"
                                + (row.response() == null ? " and response is null" : ""),
                        status.value(),
                        row.paymentId(),
                        row.openKey(),
                        row.status().value())
                == 1;
    }

    void delete(Connection connection, OpenPayment row) throws SQLException {
        update(connection, "delete from " + name + " where payment_id = ? and response is null", row.paymentId());
    }

    /** The payments of some accounts that are due, the longest due first. */
    List<OpenPayment> due(Connection connection, SweptAccounts accounts, Instant now, int atMost) throws SQLException {
        List<Object> values = new ArrayList<>();
        values.add(now.toEpochMilli());
        accounts.names().forEach(name -> values.add(AccountKey.stored(name)));
        return select(
                connection,
                atMost,
                "due_at <= ?" + accounts.condition() + " order by due_at, payment_id",
                values.toArray());
    }

    /** Claims a due payment for this server until {@code until}, when it comes due again. */
    boolean claim(Connection connection, OpenPayment row, Instant until) throws SQLException {
        return update(
                        connection,
                        "update " + name + " set due_at = ?, looks = looks + 1 where payment_id = ? and due_at = ?",
                        until.toEpochMilli(),
                        row.paymentId(),
                        row.due().toEpochMilli())
                == 1;
    }

    /** Says when the order of a claimed payment is to be looked up next, unless a callback has closed the payment. */
    boolean schedule(Connection connection, OpenPayment claimed, Instant due) throws SQLException {
        return update(
                        connection,
                        "update " + name + " set due_at = ? where payment_id = ? and due_at = ?",
                        due.toEpochMilli(),
                        claimed.paymentId(),
                        claimed.due().toEpochMilli())
                == 1;
    }

    /**
     * Records what became of the order of a payment. If that is final, the payment does not come due again, unless a
     * refund of it is under way. If nothing was paid or everything was given back, another payment of the same
     * reference may be opened. What was given back stays so: an older response may arrive later.
     *
     * @param account whose order it is; a payment of another account is not changed
     * @param orderId stored if the payment has no order yet
     */
    void record(Connection connection, String account, String paymentId, OrderStatus status, @Nullable String orderId)
            throws SQLException {
        String sql = "update " + name + " set status = ?, order_id = coalesce(order_id, ?)"
                + due(status)
                + (NOTHING_PAID.contains(status) ? ", open_key = payment_id" : "")
                + " where payment_id = ? and account = ?"
                + (status.equals(OrderStatus.REFUNDED) ? "" : " and status <> 'REFUNDED'");
        update(connection, sql, status.value(), orderId, paymentId, AccountKey.stored(account));
    }

    private static String due(OrderStatus status) {
        String never = String.valueOf(OpenPayment.NEVER.toEpochMilli());
        if (status.equals(OrderStatus.REFUNDED)) {
            return ", due_at = " + never;
        }
        return FINAL.contains(status)
                ? ", due_at = case when refund_status = 'NONE' then " + never + " else due_at end"
                : "";
    }

    /**
     * Notes that a refund is about to be sent.
     *
     * @param at when; the payment comes due at {@code due}, whatever was planned
     */
    boolean requestRefund(Connection connection, OpenPayment row, Instant at, Instant due) throws SQLException {
        return update(
                        connection,
                        "update " + name + " set refund_status = 'REQUESTED', refund_at = ?, due_at = ?"
                                + " where payment_id = ? and refund_status = 'NONE' and status <> 'REFUNDED'",
                        at.toEpochMilli(),
                        due.toEpochMilli(),
                        row.paymentId())
                == 1;
    }

    boolean acceptRefund(Connection connection, OpenPayment row) throws SQLException {
        return update(
                        connection,
                        "update " + name + " set refund_status = 'ACCEPTED'"
                                + " where payment_id = ? and refund_status = 'REQUESTED'",
                        row.paymentId())
                == 1;
    }

    /**
     * Forgets a refund that was certainly not made.
     *
     * @param row as it was before the refund was requested
     * @param due when the payment came due because of the refund
     */
    boolean forgetRefund(Connection connection, OpenPayment row, Instant due) throws SQLException {
        update(
                connection,
                "update " + name + " set due_at = ? where payment_id = ? and due_at = ?",
                row.due().toEpochMilli(),
                row.paymentId(),
                due.toEpochMilli());
        return update(
                        connection,
                        "update " + name + " set refund_status = 'NONE', refund_at = ?"
                                + " where payment_id = ? and refund_status = 'REQUESTED'",
                        OpenPayment.NEVER.toEpochMilli(),
                        row.paymentId())
                == 1;
    }

    /** Returns the payments of this very order: some databases ignore case when they compare. */
    List<OpenPayment> withOrder(Connection connection, String account, String orderId) throws SQLException {
        return select(connection, 0, "order_id = ? and account = ?", orderId, AccountKey.stored(account)).stream()
                .filter(payment -> orderId.equals(payment.orderId()))
                .toList();
    }

    /**
     * Returns the payments of several orders of an account.
     *
     * @param orderIds a few hundred at most, because each becomes a parameter of the statement
     */
    List<OpenPayment> withOrders(Connection connection, String account, Collection<String> orderIds)
            throws SQLException {
        if (orderIds.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(orderIds);
        values.add(AccountKey.stored(account));
        return select(
                connection,
                0,
                "order_id in (" + String.join(", ", Collections.nCopies(orderIds.size(), "?")) + ") and account = ?",
                values.toArray());
    }

    /**
     * Passes on the payment URLs of an account whose order is not known and whose success was not fired, the latest first.
     *
     * @param from when they were opened at the earliest
     * @param to when they were opened at the latest
     */
    void openUrls(Connection connection, String account, Instant from, Instant to, Consumer<OpenPayment> each)
            throws SQLException {
        forEach(
                connection,
                0,
                "created_at >= ? and created_at <= ? and order_id is null and coin is null and response is not null"
                        + " and status in ('PENDING', 'OVERDUE', 'PARTIAL', 'TERMINATED', 'FAILED') and account = ?"
                        + " order by created_at desc, payment_id",
                each,
                from.toEpochMilli(),
                to.toEpochMilli(),
                AccountKey.stored(account));
    }

    Optional<OpenPayment> find(Connection connection, String account, String paymentId) throws SQLException {
        return select(connection, 1, "payment_id = ? and account = ?", paymentId, AccountKey.stored(account)).stream()
                .findFirst();
    }

    private List<OpenPayment> select(Connection connection, int atMost, String condition, Object... values)
            throws SQLException {
        List<OpenPayment> found = new ArrayList<>();
        forEach(connection, atMost, condition, found::add, values);
        return found;
    }

    private void forEach(
            Connection connection, int atMost, String condition, Consumer<OpenPayment> each, Object... values)
            throws SQLException {
        String sql = "select " + COLUMNS + " from " + name + " where " + condition;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setMaxRows(atMost);
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each.accept(row(rows));
                }
            }
        }
    }

    private static OpenPayment row(ResultSet row) throws SQLException {
        return new OpenPayment(
                AccountKey.name(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                new BigDecimal(row.getString(8)),
                row.getString(9),
                row.getString(10),
                new OrderStatus(row.getString(11)),
                Instant.ofEpochMilli(row.getLong(12)),
                Instant.ofEpochMilli(row.getLong(13)),
                row.getInt(14),
                RefundStatus.valueOf(row.getString(15)),
                Instant.ofEpochMilli(row.getLong(16)));
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value == null) {
                    statement.setNull(i + 1, Types.VARCHAR);
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            return statement.executeUpdate();
        }
    }
}
