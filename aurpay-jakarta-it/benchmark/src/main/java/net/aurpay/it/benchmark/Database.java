package net.aurpay.it.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import net.aurpay.webhook.verification.CallbackVerifier;

/** Runs a PostgreSQL with the table of the inbox and the tables of an application, until it is closed. */
final class Database implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Database start() throws IOException, SQLException {
        Database database = new Database(EmbeddedPostgres.start());
        database.run(ddl("aurpay_callback"));
        database.run("create table received_event (id varchar(64) primary key, received_at timestamptz default now())");
        database.run("create table purchase (payment char(32) primary key, reference varchar(100))");
        return database;
    }

    /** Creates the optional table of open payments, in which each callback then updates a row. */
    void createPayments() throws SQLException {
        run(ddl("aurpay_payment"));
    }

    int port() {
        return postgres.getPort();
    }

    Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the jar of the JDBC driver, which the server loads. */
    static Path driver() {
        try {
            return War.jar(Class.forName("org.postgresql.Driver"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ddl(String table) {
        try (InputStream ddl = Objects.requireNonNull(
                CallbackVerifier.class.getResourceAsStream("/META-INF/aurpay/" + table + ".sql"))) {
            return new String(ddl.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
