package net.aurpay.it.demo;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Keys;
import org.jspecify.annotations.Nullable;

/** An Open Liberty of its own with the shop on it. */
final class ShopServer {
    private static final String NAME = "shop";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path liberty;
    private final Path war;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    ShopServer(Path liberty, Path war, int port) {
        this.liberty = liberty;
        this.war = war;
        this.port = port;
        this.log = liberty.resolveSibling("shop.log");
    }

    String url() {
        return "http://localhost:" + port + "/shop";
    }

    void start(Keys keys, String sandboxUrl) throws IOException, InterruptedException {
        refuseTakenPort();
        prepare();
        boolean windows = File.separatorChar == '\\';
        // its own script knows what its Java needs
        String script =
                liberty.resolve(windows ? "bin/server.bat" : "bin/server").toString();
        ProcessBuilder builder = new ProcessBuilder(script, "run", NAME)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JVM_ARGS", "-Xmx512m");
        // by the environment: no secret in a file or on a command line
        builder.environment().putAll(configuration(keys, sandboxUrl));
        synchronized (this) {
            process = builder.start();
        }
        awaitAnswer();
    }

    private Map<String, String> configuration(Keys keys, String sandboxUrl) {
        return Map.of(
                "AURPAY_MP_REST_URL", sandboxUrl,
                "AURPAY_API_TOKEN", keys.apiToken(),
                "AURPAY_SECRET_KEY", keys.secretKey(),
                "AURPAY_WEBHOOK_URL", url() + "/aurpay/callbacks",
                "AURPAY_WEBHOOK_TOKEN", keys.callbackToken(),
                "AURPAY_WEBHOOK_SECRET", keys.callbackSecret(),
                "SHOP_URL", url() + "/");
    }

    private void refuseTakenPort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IOException("port " + port + " is taken: choose another with -Dshop.port=…", e);
        }
    }

    private void prepare() throws IOException {
        Path server = liberty.resolve("usr/servers").resolve(NAME);
        Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.copy(
                liberty.resolve("usr/servers/defaultServer/server.xml"),
                server.resolve("server.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(server.resolve("bootstrap.properties"), "http.port=" + port + "\n");
        Files.writeString(
                server.resolve("configDropins/overrides/shop.xml"),
                "<server><webApplication contextRoot=\"/shop\" location=\""
                        + war.toUri().getPath() + "\"/></server>\n");
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/api/purchases"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && isAlive()) {
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IOException("the shop did not start; its log is " + log);
    }

    private synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Waits until the server ends. */
    void join() throws InterruptedException, IOException {
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running != null && running.waitFor() != 0) {
            throw new IOException("Open Liberty ended by itself; its log is " + log);
        }
    }

    /** The script and the server that it started. */
    synchronized void stop() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(20, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                each.destroyForcibly();
            }
        }
    }
}
