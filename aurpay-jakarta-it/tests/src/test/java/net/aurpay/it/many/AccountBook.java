package net.aurpay.it.many;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.aurpay.webhook.OrderSucceeded;

/** Stores whose order was paid. The table has no unique key, which would hide that an event is stored twice. */
@ApplicationScoped
public class AccountBook {
    @Inject
    DataSource database;

    public void note(@Observes OrderSucceeded event) throws SQLException {
        if (event.account().isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into account_order values (?, ?)")) {
            insert.setString(1, event.account().get());
            insert.setString(2, event.reference());
            insert.executeUpdate();
        }
    }
}
