package net.aurpay.it.guide;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.aurpay.webhook.OrderSucceeded;

/** Ships: in the callback's transaction, in the data base that the inbox is in. */
@ApplicationScoped
public class Parcels {
    @Resource(lookup = "jdbc/shop")
    DataSource database;

    public void ship(@Observes OrderSucceeded event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into parcel (reference) values (?)")) {
            insert.setString(1, event.reference());
            insert.executeUpdate();
        }
    }
}
