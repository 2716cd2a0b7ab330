package net.aurpay.it.guide;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.aurpay.client.OrderClient;
import net.aurpay.client.RefundInfo;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.Payments;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Gives payments back. */
@ApplicationScoped
public class Refunds {
    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    Payments payments;

    @Resource(lookup = "jdbc/shop")
    DataSource database;

    /** What the customer would get back, after the network's fee: show it before somebody decides. */
    public RefundInfo preview(String orderId) {
        return orders.refundInfo(orderId);
    }

    /** Call this outside any transaction. Returns false if Aurpay has accepted the refund, but has not finished it yet. */
    public boolean refund(String orderId) {
        return payments.refund(orderId).refunded();
    }

    /** The only place that books a refund, however its end was found out. */
    public void refunded(@Observes OrderRefunded event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update purchase set state = 'refunded' where reference = ?")) {
            update.setString(1, event.reference());
            update.executeUpdate();
        }
    }
}
