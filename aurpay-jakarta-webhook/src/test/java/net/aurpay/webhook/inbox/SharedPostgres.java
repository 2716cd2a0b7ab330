package net.aurpay.webhook.inbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this JVM; it stops when the JVM ends. */
public final class SharedPostgres {
    private static final EmbeddedPostgres SERVER = start();

    private SharedPostgres() {}

    public static DataSource database() {
        return SERVER.getPostgresDatabase();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
