package net.aurpay.it.accounts;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;
import net.aurpay.client.Credentials;

/**
 * Finds the merchants of the platform in its database. It is {@code @Transactional} because, without a transaction, Open
 * Liberty keeps the connection until the request ends.
 */
@ApplicationScoped
public class Merchants implements Accounts {
    @Resource(lookup = "jdbc/shop")
    DataSource database;

    @Override
    @Transactional
    public Optional<Account> find(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select * from merchant where name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                // some databases do not distinguish North from north, but the library does
                return row.next() && row.getString("name").equals(name) ? Optional.of(account(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            // the callback is answered 503, and Aurpay retries it
            throw new IllegalStateException("cannot look up a merchant", e);
        }
    }

    private static Account account(ResultSet row) throws SQLException {
        Credentials credentials = Credentials.signature(row.getString("api_token"), row.getString("secret_key"));
        return Account.of(row.getString("name"), credentials)
                .withCallbackTokens(
                        Arrays.asList(row.getString("callback_token"), row.getString("previous_callback_token")))
                .withCallbackSecrets(
                        Arrays.asList(row.getString("callback_secret"), row.getString("previous_callback_secret")))
                .withUserId(row.getString("user_id"));
    }
}
