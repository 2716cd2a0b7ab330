package net.aurpay.webhook.payments;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PaymentsOnPostgresTest extends PaymentsContract {
    private static @Nullable EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        Objects.requireNonNull(postgres).close();
    }

    @Override
    DataSource database() {
        return Objects.requireNonNull(postgres).getPostgresDatabase();
    }
}
