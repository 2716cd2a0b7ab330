package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A freshly unpacked server that is configured with exactly the lines of {@code docs/servers.md}. */
interface GuidedServer extends AutoCloseable {
    /** The folder that the guide calls the current directory. */
    Path FOLDER = Path.of("target", "guided").toAbsolutePath();

    /** Returns the server under test, with the database's address and password in its environment. */
    static GuidedServer of(Map<String, String> environment) throws IOException {
        Files.createDirectories(FOLDER);
        Files.copy(Postgres.driver(), FOLDER.resolve("postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
        if (Server.is("wildfly")) {
            return new GuidedWildFly(environment);
        }
        return Server.is("payara") ? new GuidedPayara(environment) : new GuidedLiberty(environment);
    }

    ServerGuide guide();

    /** Follows the guide, and returns when the application responds. */
    void start(Path war) throws IOException, InterruptedException;

    /** Deploys another application on the running server, and returns when it responds. */
    void add(Path war) throws IOException, InterruptedException;

    /** Undeploys an application, and returns when it no longer responds. */
    void remove(Path war) throws IOException, InterruptedException;

    ServerProcess process();

    URI url();

    Path log();

    /** The log with its lines of level INFO, which Open Liberty does not write to its console. */
    default Path messages() {
        return log();
    }

    @Override
    void close() throws IOException;

    /** Returns the URL of an application, whose name is that of its file without the extension. */
    default URI application(String name) {
        return url().resolve("/" + name + "/");
    }

    default void await(Path war) throws InterruptedException {
        Probe probe = new Probe(application(war.getFileName().toString().replace(".war", "")));
        ShopProbe.await("the application", () -> probe.responds("probe/events/none"));
    }

    default void awaitEnd(Path war) throws InterruptedException {
        Probe probe = new Probe(application(war.getFileName().toString().replace(".war", "")));
        ShopProbe.await("the end of the application", () -> !probe.responds("probe/events/none"));
    }
}
