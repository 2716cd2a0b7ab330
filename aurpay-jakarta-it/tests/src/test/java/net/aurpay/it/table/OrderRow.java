package net.aurpay.it.table;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.aurpay.client.Order;
import net.aurpay.webhook.OrderEvent;

/** A row of the shop's table. The table has no unique key, which would hide that an event is stored twice. */
record OrderRow(String observer, OrderEvent event) {
    private static final BigDecimal PRICE = new BigDecimal("18");

    void insert(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into shop_order (observer, event,"
                        + " reference, payment_id, order_id, covered) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, observer);
            insert.setString(2, event.getClass().getSimpleName());
            insert.setString(3, event.reference());
            insert.setString(4, event.paymentId().orElse(""));
            insert.setString(5, event.order().map(Order::orderId).orElse(""));
            insert.setBoolean(6, isCovered());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isCovered() {
        return event.covers(PRICE, "USD") && !event.covers(PRICE, "EUR") && !event.covers(BigDecimal.ONE, "USD");
    }

    /** Counts the rows of an event that other transactions see. */
    static int count(OrderEvent event, DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from shop_order where payment_id = ? and event = ?")) {
            query.setString(1, event.paymentId().orElse(""));
            query.setString(2, event.getClass().getSimpleName());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
