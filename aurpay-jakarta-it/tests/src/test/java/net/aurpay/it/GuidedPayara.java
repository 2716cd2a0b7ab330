package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs Payara as the guide says, by {@code asadmin multimode}. The build has given the domain free ports that listen on
 * this machine only.
 */
final class GuidedPayara implements GuidedServer {
    private final ServerGuide guide = ServerGuide.of("Payara");
    private final Path home = Path.of(Server.property("fresh.home"));
    private final Tool tool;

    GuidedPayara(Map<String, String> environment) throws IOException {
        tool = new Tool(FOLDER, environment);
    }

    @Override
    public ServerGuide guide() {
        return guide;
    }

    @Override
    public void start(Path war) throws IOException, InterruptedException {
        asadmin(
                "multimode",
                "--file",
                Files.writeString(FOLDER.resolve("typed.txt"), guide.lines()).toString());
        await(war);
    }

    @Override
    public void add(Path war) throws IOException, InterruptedException {
        asadmin("deploy", war.toString());
        await(war);
    }

    @Override
    public void remove(Path war) throws IOException, InterruptedException {
        asadmin("undeploy", war.getFileName().toString().replace(".war", ""));
        awaitEnd(war);
    }

    @Override
    public ServerProcess process() {
        return ServerProcess.find(home, "");
    }

    private void asadmin(String... command) throws IOException, InterruptedException {
        String[] line = new String[command.length + 3];
        line[0] = home.resolve("bin/asadmin").toString();
        line[1] = "--port";
        line[2] = Server.property("fresh.admin.port");
        System.arraycopy(command, 0, line, 3, command.length);
        tool.run(line);
    }

    @Override
    public URI url() {
        return URI.create("http://localhost:" + Server.property("fresh.http.port"));
    }

    @Override
    public Path log() {
        return home.resolve("glassfish/domains/domain1/logs/server.log");
    }

    @Override
    public void close() throws IOException {
        try {
            asadmin("stop-domain", "--kill=true");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
