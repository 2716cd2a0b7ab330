package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;

/** Runs Open Liberty as {@code docs/cluster-and-database.md} configures it. */
final class LibertyWithTable {
    static final Path FOLDER = Path.of("target", "with-table");
    private static final Path DOCUMENTED = Path.of("../docs", "liberty");

    /** Options for a quick start: otherwise, the server spends half of its start on compiling code that runs once. */
    static final String QUICK = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private LibertyWithTable() {}

    /** @param configurations names of files in {@code docs/liberty} */
    static ServerDirectory directory(String name, List<String> configurations) throws IOException {
        Path home = Path.of(System.getProperty("server.home"));
        int port = FreePort.find();
        ServerDirectory directory = ServerDirectory.of(
                        home, name + "-" + port, Path.of("../demo/src/main/liberty/server.xml"), port)
                .variable("postgresql.jar", Postgres.driver());
        for (String configuration : configurations) {
            directory = directory.override(configuration, Files.readString(DOCUMENTED.resolve(configuration)));
        }
        return directory;
    }

    static OpenLiberty server(ServerDirectory directory, Postgres postgres) {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("JVM_ARGS", QUICK);
        return new OpenLiberty(directory, environment);
    }
}
