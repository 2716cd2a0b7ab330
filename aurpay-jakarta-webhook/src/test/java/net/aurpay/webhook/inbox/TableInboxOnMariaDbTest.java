package net.aurpay.webhook.inbox;

import java.io.IOException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Runs the contract on MariaDB, whose default isolation is REPEATABLE READ and which ignores case when it compares
 * text.
 */
@Tag("debian")
class TableInboxOnMariaDbTest extends TableInboxContract {
    private static @Nullable MariaDb mariaDb;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        mariaDb = MariaDb.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        Objects.requireNonNull(mariaDb).stop();
    }

    @Override
    DataSource database() {
        // The guide recommends this time-out.
        return database("&sessionVariables=innodb_lock_wait_timeout=10");
    }

    static DataSource database(String options) {
        return Objects.requireNonNull(mariaDb).database(options);
    }
}
