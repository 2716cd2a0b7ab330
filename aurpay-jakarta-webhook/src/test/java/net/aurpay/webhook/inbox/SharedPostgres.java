package net.aurpay.webhook.inbox;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this JVM; it stops when the JVM ends. */
public final class SharedPostgres {
    private static final HikariDataSource POOL = pool(start());

    private SharedPostgres() {}

    public static DataSource database() {
        return POOL;
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(server.getPostgresDatabase());
        pool.setMaximumPoolSize(100);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    // so that a test can read the log
                    .setServerConfig("logging_collector", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
