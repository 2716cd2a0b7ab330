package net.aurpay.it.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;

/**
 * Runs a WAR's classes and libraries on one class path with Helidon's jars.
 *
 * @param home the folder of Helidon's jars
 */
record Helidon(Path home) implements Platform {
    /** A {@code beans.xml}: Helidon finds the application's classes as beans. */
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"all\"/>";

    @Override
    public void check() {
        String[] jars = home.toFile().list();
        Platform.requireVersion(Arrays.asList(Objects.requireNonNull(jars, home.toString())), "helidon-");
    }

    @Override
    public List<String> command(Archive<?> archive, Path folder, int port) throws IOException {
        archive.as(ExplodedExporter.class).exportExploded(folder.toFile(), "war");
        Path inf = folder.resolve("war/WEB-INF");
        Files.writeString(inf.resolve("classes/META-INF/beans.xml"), BEANS);
        return Platform.java(
                "-Dserver.host=127.0.0.1",
                "-Dserver.port=" + port,
                "-cp",
                String.join(
                        File.pathSeparator,
                        inf.resolve("classes").toString(),
                        inf.resolve("lib/*").toString(),
                        home.resolve("*").toString()),
                "io.helidon.Main");
    }
}
