package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs WildFly as the guide says, configured by {@code jboss-cli.sh} offline. */
final class GuidedWildFly implements GuidedServer {
    private final ServerGuide guide = ServerGuide.of("WildFly");
    private final Path home = Path.of(Server.property("fresh.home"));
    private final int port = FreePort.find();
    private final Tool tool;
    private @Nullable Process server;

    GuidedWildFly(Map<String, String> environment) throws IOException {
        tool = new Tool(FOLDER, environment);
    }

    @Override
    public ServerGuide guide() {
        return guide;
    }

    @Override
    public void start(Path war) throws IOException, InterruptedException {
        Path lines = Files.writeString(FOLDER.resolve("typed.cli"), guide.lines());
        tool.run(script("jboss-cli.sh"), "--file=" + lines);
        copy(war);
        server = tool.start(
                log(),
                script("standalone.sh"),
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + FreePort.find(),
                "-Djboss.management.http.port=" + FreePort.find());
        await(war);
    }

    @Override
    public void add(Path war) throws IOException, InterruptedException {
        copy(war);
        await(war);
    }

    @Override
    public void remove(Path war) throws IOException, InterruptedException {
        Files.delete(deployed(war));
        awaitEnd(war);
    }

    @Override
    public ServerProcess process() {
        return ServerProcess.find(home, "");
    }

    private void copy(Path war) throws IOException {
        Files.copy(war, deployed(war));
    }

    private Path deployed(Path war) {
        return home.resolve("standalone/deployments").resolve(war.getFileName());
    }

    private String script(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public Path log() {
        return FOLDER.resolve("wildfly.log");
    }

    @Override
    public void close() {
        if (server != null) {
            // Stops the script and the server that it has started.
            Stream.concat(server.descendants(), Stream.of(server.toHandle()))
                    .toList()
                    .forEach(process -> {
                        process.destroy();
                        process.onExit().join();
                    });
        }
    }
}
