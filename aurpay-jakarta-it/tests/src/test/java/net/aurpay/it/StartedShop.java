package net.aurpay.it;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Runs what {@code docs/start.md} has a new user write: a WAR of one class, on an Open Liberty that has never run. */
final class StartedShop implements AutoCloseable {
    private static final Path GUIDE = Path.of("../docs/start");
    private static final String SETTINGS = "src/main/resources/META-INF/microprofile-config.properties";

    private final Process process;
    private final Path server;
    private final Path log;
    private final int port;

    private StartedShop(Process process, Path server, Path log, int port) {
        this.process = process;
        this.server = server;
        this.log = log;
        this.port = port;
    }

    /** @param printed what the sandbox prints for the end of the settings */
    static StartedShop start(Path folder, String sandboxUrl, String printed) throws IOException {
        int port = FreePort.find();
        String name = "start-" + port;
        Files.createSymbolicLink(folder.resolve("wlp"), Path.of(Server.property("liberty.home")));
        Files.writeString(folder.resolve("server.xml"), guide("server.xml").replace("9080", Integer.toString(port)));
        String settings =
                guide(SETTINGS).replace("http://127.0.0.1:9090", sandboxUrl).replace("9080", Integer.toString(port));
        buildWar(folder, settings + printed);
        // Only the name of the server differs.
        String commands = guide("run.sh").replaceAll("(create |run |servers/)shop", "$1" + name);
        Path log = folder.resolve("run.log");
        ProcessBuilder run = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        run.environment().keySet().removeIf(key -> key.startsWith("AURPAY_"));
        return new StartedShop(run.start(), folder.resolve("wlp/usr/servers").resolve(name), log, port);
    }

    private static String guide(String file) throws IOException {
        return Files.readString(GUIDE.resolve(file));
    }

    /** Builds the WAR as Maven would, against the APIs and both jars. */
    private static void buildWar(Path folder, String settings) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        output,
                        output,
                        "-proc:none",
                        "-Xlint:all",
                        "-Werror",
                        "--release",
                        "17",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        GUIDE.resolve("src/main/java/com/example/Shop.java").toString());
        if (result != 0 || output.size() > 0) {
            throw new AssertionError("Shop.java: " + output.toString(StandardCharsets.UTF_8));
        }
        Path war = Files.createDirectories(folder.resolve("target")).resolve("shop.war");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(zip, "WEB-INF/classes/" + classes.relativize(file), Files.readAllBytes(file));
            }
            put(
                    zip,
                    "WEB-INF/classes/META-INF/microprofile-config.properties",
                    settings.getBytes(StandardCharsets.UTF_8));
            for (String jar : List.of("client.jar", "webhook.jar")) {
                put(zip, "WEB-INF/lib/" + jar, Files.readAllBytes(Path.of(Server.property(jar))));
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name.replace(File.separatorChar, '/')));
        OutputStream out = zip;
        out.write(bytes);
        zip.closeEntry();
    }

    String url() {
        return "http://localhost:" + port + "/shop/";
    }

    /** Returns what the server has printed so far; fails if the server is not running. */
    String log() {
        if (!process.isAlive()) {
            throw new AssertionError("the server has ended: see " + log);
        }
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            each.onExit()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .exceptionally(late -> each)
                    .join();
            each.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(server)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }
}
