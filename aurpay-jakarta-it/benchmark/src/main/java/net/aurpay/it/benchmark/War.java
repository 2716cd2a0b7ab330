package net.aurpay.it.benchmark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A WAR for the server.
 *
 * @param packages packages of this module to include, relative to {@code net.aurpay.it.benchmark}
 * @param properties the WAR's MicroProfile configuration
 */
record War(String name, List<String> packages, List<Path> libraries, Map<String, String> properties) {
    Path write(Path directory, Path classes) throws IOException {
        Path war = directory.resolve(name + ".war");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            for (String part : packages) {
                try (Stream<Path> files = Files.list(classes.resolve("net/aurpay/it/benchmark/" + part))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        add(zip, "WEB-INF/classes/" + path(classes.relativize(file)), Files.readAllBytes(file));
                    }
                }
            }
            for (Path library : libraries) {
                add(zip, "WEB-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
            }
            add(zip, "WEB-INF/beans.xml", new byte[0]);
            String text = properties.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("\n"));
            add(
                    zip,
                    "WEB-INF/classes/META-INF/microprofile-config.properties",
                    text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return war;
    }

    /** Returns the jar that contains a class. */
    static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
