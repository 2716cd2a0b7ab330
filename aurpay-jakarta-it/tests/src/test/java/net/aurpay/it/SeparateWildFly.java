package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a WildFly whose configuration and applications are in a folder of its own, beside the one that Arquillian runs. */
final class SeparateWildFly implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home = Path.of(Server.property("server.home"));
    private final int port = FreePort.find();
    private final int management = FreePort.find();
    private final Path folder;
    private final Tool tool;
    private @Nullable Process server;

    private SeparateWildFly(Path folder) {
        this.folder = folder;
        tool = new Tool(folder, Map.of("JAVA_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1"));
    }

    /** Copies a configuration that Arquillian does not change. */
    static SeparateWildFly in(Path folder) throws IOException {
        SeparateWildFly wildFly = new SeparateWildFly(folder);
        Path original = wildFly.home.resolve("standalone/configuration");
        Files.createDirectories(folder.resolve("deployments"));
        Files.createDirectories(folder.resolve("configuration"));
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".properties"))
                    .toList()) {
                Files.copy(file, folder.resolve("configuration").resolve(file.getFileName()));
            }
        }
        Files.copy(original.resolve("standalone-microprofile.xml"), wildFly.configuration());
        return wildFly;
    }

    Path configuration() {
        return folder.resolve("configuration/standalone.xml");
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts the server, and returns when it listens. */
    void start() throws IOException {
        server = tool.start(
                folder.resolve("console.log"),
                script("standalone.sh"),
                "-Djboss.server.base.dir=" + folder,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + FreePort.find(),
                "-Djboss.management.http.port=" + management);
        if (!FreePort.isTakenBy(server, port, PATIENCE)) {
            throw new AssertionError("WildFly does not listen: " + Files.readString(folder.resolve("console.log")));
        }
    }

    /** Runs commands of {@code jboss-cli} against the running server. */
    void command(String lines) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("typed.cli"), lines);
        tool.run(script("jboss-cli.sh"), "--connect", "--controller=127.0.0.1:" + management, "--file=" + file);
    }

    void deploy(Path war) throws IOException {
        Files.copy(war, folder.resolve("deployments").resolve(war.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private String script(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public void close() {
        if (server != null) {
            // the script, and the server that it has started
            List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            all.forEach(each -> each.onExit().join());
        }
    }
}
