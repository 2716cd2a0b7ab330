package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A server that was just unpacked, and set up by the lines of {@code docs/servers.md} as they stand there. */
interface GuidedServer extends AutoCloseable {
    /** Where the user types: what the guide calls the current directory. */
    Path FOLDER = Path.of("target", "guided").toAbsolutePath();

    /** The server under test, with the data base's place and password in its environment. */
    static GuidedServer of(Map<String, String> environment) throws IOException {
        Files.createDirectories(FOLDER);
        Files.copy(Postgres.driver(), FOLDER.resolve("postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
        if (Server.is("wildfly")) {
            return new GuidedWildFly(environment);
        }
        return Server.is("payara") ? new GuidedPayara(environment) : new GuidedLiberty(environment);
    }

    ServerGuide guide();

    /** Follows the guide, and returns when the application answers. */
    void start(Path war) throws IOException, InterruptedException;

    /** Has the started server take one more, and returns when it answers. */
    void add(Path war) throws IOException, InterruptedException;

    URI url();

    Path log();

    @Override
    void close() throws IOException;

    /** Its name is the file's, without the ending. */
    default URI application(String name) {
        return url().resolve("/" + name + "/");
    }

    default void await(Path war) throws InterruptedException {
        Probe probe = new Probe(application(war.getFileName().toString().replace(".war", "")));
        ShopProbe.await("the application", () -> probe.answers("probe/events/none"));
    }
}
