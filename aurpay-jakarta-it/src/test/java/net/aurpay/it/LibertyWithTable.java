package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;

/** Open Liberty as {@code docs/cluster-and-database.md} sets it up. */
final class LibertyWithTable {
    static final Path FOLDER = Path.of("target", "with-table");
    private static final Path DOCUMENTED = Path.of("docs", "liberty");

    private LibertyWithTable() {}

    /** @param configurations of those in {@code docs/liberty} */
    static ServerDirectory directory(String name, List<String> configurations) throws IOException {
        Path home = Path.of(System.getProperty("liberty.home"));
        int port = FreePort.find();
        ServerDirectory directory = ServerDirectory.of(
                        home, name + "-" + port, Path.of("src", "main", "liberty", "server.xml"), port)
                .variable("postgresql.jar", Postgres.driver());
        for (String configuration : configurations) {
            directory = directory.override(configuration, Files.readString(DOCUMENTED.resolve(configuration)));
        }
        return directory;
    }

    static OpenLiberty server(ServerDirectory directory, Postgres postgres) {
        return new OpenLiberty(directory, postgres.environment());
    }
}
