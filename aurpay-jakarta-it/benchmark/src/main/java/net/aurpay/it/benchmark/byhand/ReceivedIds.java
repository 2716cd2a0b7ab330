package net.aurpay.it.benchmark.byhand;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Remembers which events were received, with a row for each; without a database, in memory. */
@ApplicationScoped
public class ReceivedIds {
    private static final String UNIQUE_VIOLATION = "23505";

    @Inject
    @ConfigProperty(name = "benchmark.in-memory", defaultValue = "true")
    boolean inMemory;

    @SuppressWarnings("NullAway.Init") // injected by the container
    @Resource(lookup = "jdbc/benchmark")
    DataSource dataSource;

    private final Set<String> received = ConcurrentHashMap.newKeySet();

    /** Returns false if the id is known. Then the transaction can only be rolled back. */
    boolean add(String id) throws SQLException {
        if (inMemory) {
            return received.add(id);
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into received_event (id) values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Forgets an id whose transaction was rolled back. The database does so by itself. */
    void forget(String id) {
        received.remove(id);
    }
}
