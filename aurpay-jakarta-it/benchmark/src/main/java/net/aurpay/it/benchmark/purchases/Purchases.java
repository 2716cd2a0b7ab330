package net.aurpay.it.benchmark.purchases;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Remembers which purchases are paid, with a row for each; without a database, in memory. */
@ApplicationScoped
public class Purchases {
    @Inject
    @ConfigProperty(name = "benchmark.in-memory", defaultValue = "true")
    boolean inMemory;

    @SuppressWarnings("NullAway.Init") // injected by the container
    @Resource(lookup = "jdbc/benchmark")
    DataSource dataSource;

    private final Map<String, String> paid = new ConcurrentHashMap<>();

    /**
     * Called inside the transaction in which the callback is recorded.
     *
     * @param payment a different one for each callback
     */
    public void paid(String payment, String reference) {
        if (inMemory) {
            paid.put(payment, reference);
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into purchase (payment, reference) values (?, ?)")) {
            insert.setString(1, payment);
            insert.setString(2, reference);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
