package net.aurpay.it.messaging;

import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Ships what was paid, on this server or another. The message and its effect are committed in one transaction. */
@MessageDriven
public class Fulfilment implements MessageListener {
    @Resource(lookup = "jdbc/shop")
    DataSource database;

    @Override
    public void onMessage(Message message) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into fulfilment (reference, payment_id) values (?, ?)")) {
            insert.setString(1, message.getBody(String.class));
            insert.setString(2, message.getStringProperty("paymentId"));
            insert.executeUpdate();
        } catch (SQLException | JMSException e) {
            // the transaction is rolled back, and the message is delivered again
            throw new IllegalStateException(e);
        }
    }
}
