package net.aurpay.it.guide;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;

/** Ships what was paid, in the transaction of the callback and in the database of the inbox. */
@ApplicationScoped
public class Parcels {
    @Resource(lookup = "jdbc/shop")
    DataSource database;

    public void ship(@Observes OrderSucceeded event) throws SQLException {
        // an expired purchase is shipped, too: its customer has paid late
        if (!state(event).equals("paid")) {
            update("update purchase set state = 'paid' where reference = ?", event);
            update("insert into parcel (reference) values (?)", event);
        }
        // otherwise the customer has paid a second payment URL of this purchase: somebody has to refund it
    }

    public void release(@Observes OrderTimedOut event) throws SQLException {
        // a paid purchase stays paid: the payment URL that timed out may be another one
        if (state(event).equals("open")) {
            update("update purchase set state = 'expired' where reference = ?", event);
        }
    }

    /** Locks the purchase until the transaction ends. */
    private String state(OrderEvent event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select state from purchase where reference = ? for update")) {
            query.setString(1, event.reference());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    // the purchase may not be committed yet: the callback is answered 500, and Aurpay retries it
                    throw new IllegalStateException("no purchase <" + event.reference() + ">");
                }
                return row.getString(1);
            }
        }
    }

    private void update(String sql, OrderEvent event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, event.reference());
            update.executeUpdate();
        }
    }
}
