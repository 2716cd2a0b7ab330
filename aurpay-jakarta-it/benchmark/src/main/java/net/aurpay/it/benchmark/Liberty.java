package net.aurpay.it.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs an Open Liberty with some applications until it is closed. */
final class Liberty implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final int port;
    private final Path log;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private Liberty(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts a server, and waits until it is ready.
     *
     * @param name tells servers apart that run at the same time
     * @param wars applications; the name of each is also its context root and its file name
     */
    static Liberty start(String name, Path home, int port, List<War> wars, Database database, ServerOptions options)
            throws IOException, InterruptedException {
        Path server = Files.createDirectories(home.resolve("usr/servers/" + name));
        Path log = home.resolveSibling(name + "-server.log");
        for (War war : wars) {
            war.write(server, Path.of("target/classes").toAbsolutePath());
        }
        Files.writeString(server.resolve("server.xml"), new ServerXml(port, wars, database, options.features()).text());
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/server").toString(), "run", name, "--clean")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("WLP_") || key.startsWith("AURPAY_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JVM_ARGS", "-Xms512m -Xmx512m " + String.join(" ", options.jvm()));
        Liberty liberty = new Liberty(port, log, builder.start());
        try {
            liberty.await(wars);
            return liberty;
        } catch (IOException | InterruptedException e) {
            liberty.close();
            throw e;
        }
    }

    private void await(List<War> wars) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!isReady(wars)) {
            if (!process.isAlive() || hasFailed() || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("Open Liberty did not start: see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isReady(List<War> wars) throws IOException {
        String lines = Files.readString(log);
        return lines.contains("CWWKF0011I")
                && wars.stream().allMatch(war -> started(war.name(), lines).isPresent());
    }

    /** Returns whether an application cannot be deployed. */
    private boolean hasFailed() throws IOException {
        String lines = Files.readString(log);
        return lines.contains("CWWKZ0002E") || lines.contains("CWWKZ0004E");
    }

    /** Returns how many seconds an application took to start, according to the server's log. */
    double seconds(App app) throws IOException {
        return Double.parseDouble(started(app.root(), Files.readString(log)).orElseThrow());
    }

    private static Optional<String> started(String name, String lines) {
        return Pattern.compile("CWWKZ0001I: Application " + name + " started in ([0-9.]+)")
                .matcher(lines)
                .results()
                .map(match -> match.group(1))
                .findFirst();
    }

    int port() {
        return port;
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": see " + log);
        }
        return answer.body();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each -> each.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    each.destroyForcibly();
                    return each;
                })
                .join());
    }
}
