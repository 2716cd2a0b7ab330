package net.aurpay.it.accounts;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.aurpay.webhook.OrderSucceeded;

/** Books what was paid, whichever merchant sold it. */
@ApplicationScoped
public class MerchantSales {
    @Resource(lookup = "jdbc/shop")
    DataSource database;

    public void paid(@Observes OrderSucceeded event) throws SQLException {
        // empty for the unnamed account, which this platform does not have
        String merchant = event.account().orElseThrow();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update merchant_sale set state = 'paid' where merchant = ? and reference = ?")) {
            update.setString(1, merchant);
            update.setString(2, event.reference());
            if (update.executeUpdate() == 0) {
                // the sale may not be committed yet: the callback is answered 500, and Aurpay retries it
                throw new IllegalStateException("no sale <" + event.reference() + "> of <" + merchant + ">");
            }
        }
    }
}
