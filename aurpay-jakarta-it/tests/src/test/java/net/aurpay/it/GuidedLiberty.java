package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;

/**
 * Runs Open Liberty as the guide says. The unpacked server has no configuration of this project, so a server of another
 * name is a fresh one.
 */
final class GuidedLiberty implements GuidedServer {
    private final ServerGuide guide = ServerGuide.of("Open Liberty");
    private final Path home = Path.of(Server.property("server.home"));
    private final ServerDirectory directory;
    private final OpenLiberty server;

    GuidedLiberty(Map<String, String> environment) throws IOException {
        Path configuration = Files.writeString(FOLDER.resolve("server.xml"), guide.lines());
        int port = FreePort.find();
        directory = ServerDirectory.of(home, "guided-" + port, configuration, port);
        server = new OpenLiberty(directory, environment);
    }

    @Override
    public ServerGuide guide() {
        return guide;
    }

    @Override
    public void start(Path war) throws IOException, InterruptedException {
        copy(FOLDER.resolve("postgresql.jar"), home);
        new Tool(home, Map.of()).run("sh", "-e", "-c", guide.shell());
        copyToDropins(war);
        server.start("/shop/probe/events/none");
    }

    @Override
    public void add(Path war) throws IOException, InterruptedException {
        copyToDropins(war);
        await(war);
    }

    @Override
    public void remove(Path war) throws IOException, InterruptedException {
        Files.delete(dropins().resolve(war.getFileName()));
        awaitEnd(war);
    }

    @Override
    public ServerProcess process() {
        return ServerProcess.find(home, directory.name());
    }

    private void copyToDropins(Path war) throws IOException {
        copy(war, dropins());
    }

    private Path dropins() {
        return folder().resolve("dropins");
    }

    private Path folder() {
        return home.resolve("usr/servers").resolve(directory.name());
    }

    @Override
    public Path messages() {
        return folder().resolve("logs/messages.log");
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(
                file, Files.createDirectories(folder).resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public URI url() {
        return URI.create(server.url());
    }

    @Override
    public Path log() {
        return directory.log();
    }

    @Override
    public void close() {
        server.close();
    }
}
