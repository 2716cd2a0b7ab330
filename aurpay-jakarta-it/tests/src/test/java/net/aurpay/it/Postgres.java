package net.aurpay.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Runs a real PostgreSQL that can be stopped, and started again at the same port with the same data. */
final class Postgres implements AutoCloseable {
    private static final String USER = "postgres";

    private final int port = FreePort.find();
    private final Path data;
    private @Nullable EmbeddedPostgres server;

    private Postgres(Path data) {
        this.data = data;
    }

    /** Starts the database with the tables of the jar, as the jar defines them, and the shop's tables. */
    static Postgres start(Path folder) throws IOException, SQLException {
        Postgres postgres = new Postgres(Files.createTempDirectory(Files.createDirectories(folder), "postgres"));
        postgres.startAgain();
        for (String table : List.of("aurpay_callback.sql", "aurpay_payment.sql")) {
            postgres.execute(ddl(table));
        }
        postgres.execute("create table shop_order (observer varchar(10), event varchar(20), reference varchar(200),"
                + " payment_id varchar(32), order_id varchar(64), covered boolean)");
        postgres.execute("create table ledger (reference varchar(200) unique deferrable initially deferred)");
        return postgres;
    }

    void startAgain() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_prepared_transactions", "80")
                .start();
    }

    void stop() throws IOException {
        Objects.requireNonNull(server).close();
        server = null;
    }

    /** Returns the variables that the servers' configuration reads. */
    Map<String, String> environment() {
        return Map.of(
                "DB_HOST", "localhost",
                "DB_PORT", Integer.toString(port),
                "DB_NAME", "postgres",
                "DB_USER", USER,
                "DB_PASSWORD", "unchecked");
    }

    /** Returns the driver's jar, in the version that the tests use. */
    static Path driver() {
        return Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) {
        return Long.parseLong(column(sql).get(0));
    }

    /** Returns the values of the query's first column. */
    List<String> column(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", USER, "any");
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            stop();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Returns the SQL of a table as the webhook jar has it. */
    static String ddl(String file) throws IOException {
        return Files.readString(Path.of("../../aurpay-jakarta-webhook/src/main/resources/META-INF/aurpay", file));
    }
}
