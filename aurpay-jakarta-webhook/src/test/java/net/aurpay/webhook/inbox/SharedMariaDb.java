package net.aurpay.webhook.inbox;

import java.io.IOException;
import javax.sql.DataSource;

/** One MariaDB for all tests of this JVM; it stops when the JVM ends. */
public final class SharedMariaDb {
    private static final MariaDb SERVER = start();

    private SharedMariaDb() {}

    /** Returns the database; {@code options} are those of the driver, each beginning with an ampersand. */
    public static DataSource database(String options) {
        return SERVER.database(options);
    }

    private static MariaDb start() {
        try {
            MariaDb server = MariaDb.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(MariaDb server) {
        try {
            server.stop();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
