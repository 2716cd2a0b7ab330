package net.aurpay.webhook.inbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Debian's MariaDB with its default settings, in a separate folder. */
final class MariaDb {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path folder;
    private final Path log;
    private final int port;
    private final Process server;

    private MariaDb(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        log = folder.resolve("log");
        port = freePort();
        Process install =
                run("/usr/bin/mariadb-install-db", "--auth-root-authentication-method=normal", "--skip-test-db");
        if (install.waitFor() != 0) {
            throw new IOException("mariadb-install-db: " + Files.readString(log));
        }
        server = run(
                "/usr/sbin/mariadbd",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--max-connections=300");
    }

    static MariaDb start() throws IOException, InterruptedException {
        MariaDb started = new MariaDb(Files.createTempDirectory("mariadb"));
        try {
            started.await();
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.stop();
            throw e;
        }
    }

    /** @param options the options of the driver, in addition to those for a server without TLS */
    DataSource database(String options) {
        try {
            return new MariaDbDataSource(
                    "jdbc:mariadb://127.0.0.1:" + port + "/mysql?user=root&sslMode=disable" + options);
        } catch (SQLException e) {
            throw new IllegalArgumentException(options, e);
        }
    }

    private void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                database("").getConnection().close();
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > end) {
                    throw new IOException("mariadbd: " + Files.readString(log), e);
                }
            }
            Thread.sleep(100);
        }
    }

    private Process run(String program, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(program, "--no-defaults", "--datadir=" + folder.resolve("data")));
        // MariaDB runs as root only if it is told to.
        command.add("--user=" + System.getProperty("user.name"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void stop() throws IOException, InterruptedException {
        server.destroy();
        if (!server.waitFor(60, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
