package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.aurpay.it.demo.Dev;

/** Runs what {@code mvn -Pdev} starts on a copy of the sources, which a test may change. */
final class DevRun implements AutoCloseable {
    private static final Path PROJECT = Path.of("../..");

    private final Process process;
    private final Path project;
    private final Path output;
    private final int port;

    private DevRun(Process process, Path project, Path output, int port) {
        this.process = process;
        this.project = project;
        this.output = output;
        this.port = port;
    }

    static DevRun start(Path folder) throws IOException {
        Path project = folder.resolve("project");
        for (String module : List.of("aurpay-jakarta-client", "aurpay-jakarta-webhook", "aurpay-jakarta-it/shop")) {
            for (String part : List.of("src/main", "target/classes", "target/classpath")) {
                copy(
                        PROJECT.resolve(module).resolve(part),
                        project.resolve(module).resolve(part));
            }
        }
        int port = FreePort.find();
        Path output = folder.resolve("dev.log");
        // As the profile says. The test compiles with the same options, because they decide which classes change.
        Process process = new ProcessBuilder(
                        Server.property("server.jdk") + "/bin/java",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Dev.class.getName(),
                        Integer.toString(port),
                        Integer.toString(FreePort.find()),
                        Server.property("liberty.home"),
                        "../demo/src/main/liberty/server.xml",
                        folder.resolve("dev/shop.war").toString(),
                        project.toString(),
                        "core-" + Server.property("zxing.version") + ".jar")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new DevRun(process, project, output, port);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString()).normalize();
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    String url() {
        return "http://localhost:" + port + "/shop/";
    }

    void save(String file, String old, String changed) throws IOException {
        Path path = project.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(old)) {
            throw new AssertionError(file + " has no <" + old + ">");
        }
        Files.writeString(path, text.replace(old, changed));
    }

    String output() {
        return read(output);
    }

    /** Returns the server's log. */
    String log() {
        return read(Path.of(Server.property("liberty.home")).resolveSibling("shop.log"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Also stops the server. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
