package net.aurpay.it.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import net.aurpay.webhook.verification.CallbackVerifier;

/**
 * A database with the table of the inbox and the tables of an application. Closing one stops its PostgreSQL.
 *
 * @param name the name of the database
 */
record Database(EmbeddedPostgres postgres, String name) implements AutoCloseable {
    static Database start() throws IOException, SQLException {
        Database database = new Database(EmbeddedPostgres.start(), "postgres");
        database.run("create database payments");
        for (Database each : List.of(database, database.payments())) {
            each.run(ddl("aurpay_callback"));
            each.run("create table received_event (id varchar(64) primary key, received_at timestamptz default now())");
            each.run("create table purchase (payment char(32) primary key, reference varchar(100))");
        }
        database.payments().run(ddl("aurpay_payment"));
        return database;
    }

    /** Returns the database that also has the optional table of open payments, in which each callback updates a row. */
    Database payments() {
        return new Database(postgres, "payments");
    }

    int port() {
        return postgres.getPort();
    }

    Connection connect() throws SQLException {
        return postgres.getDatabase("postgres", name).getConnection();
    }

    /** Fails unless a table has the expected number of rows. */
    void requireRows(String table, long expected) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            if (result.getLong(1) != expected) {
                throw new IllegalStateException(
                        "expected %d rows in %s, were %d".formatted(expected, table, result.getLong(1)));
            }
        }
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
