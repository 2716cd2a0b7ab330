package net.aurpay.it.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Runs the application that Quarkus's own plugin has built once, in {@code src/quarkus}. Uses only the configuration of
 * an archive, as a file beside the application.
 *
 * @param home the folder of the built application
 */
record Quarkus(Path home) implements Platform {
    @Override
    public void check() {
        String[] jars = home.resolve("lib/main").toFile().list();
        Platform.requireVersion(
                Arrays.asList(Objects.requireNonNull(jars, home.toString())), "io.quarkus.quarkus-core-");
    }

    @Override
    public List<String> command(Archive<?> archive, Path folder, int port) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config")).resolve("application.properties");
        try (InputStream settings = archive.get("WEB-INF/classes/META-INF/microprofile-config.properties")
                .getAsset()
                .openStream()) {
            Files.write(config, settings.readAllBytes());
        }
        return Platform.java(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                home.resolve("quarkus-run.jar").toString());
    }
}
