package net.aurpay.it.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Keys;
import org.jspecify.annotations.Nullable;

/** An Open Liberty of its own with the shop on it. Thread-safe. */
final class ShopServer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServerDirectory directory;
    private @Nullable Process process;
    private boolean stopped;

    ShopServer(ServerDirectory directory) {
        this.directory = directory;
    }

    String url() {
        return "http://localhost:" + directory.port() + "/shop";
    }

    /** Returns when the shop answers. */
    void start(Keys keys, String sandboxUrl) throws IOException, InterruptedException {
        refuseTakenPort();
        directory.prepare();
        awaitAnswer(launch(keys, sandboxUrl));
    }

    private void refuseTakenPort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), directory.port()));
        } catch (IOException e) {
            throw new IOException(
                    "the shop cannot listen at port " + directory.port() + " (" + e.getMessage()
                            + "): choose another with -Dshop.port",
                    e);
        }
    }

    private synchronized Process launch(Keys keys, String sandboxUrl) throws IOException {
        if (stopped) {
            throw new IOException("interrupted before the shop was started");
        }
        ProcessBuilder builder = new ProcessBuilder(directory.script(), "run", ServerDirectory.NAME)
                .redirectErrorStream(true)
                .redirectOutput(directory.log().toFile());
        // whatever this shell has set for another server or another account is not for this one
        builder.environment().keySet().removeIf(name -> name.startsWith("WLP_") || name.startsWith("AURPAY_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JVM_ARGS", "-Xmx512m");
        builder.environment().putAll(configuration(keys, sandboxUrl));
        process = builder.start();
        return process;
    }

    /** For the environment: no secret in a file or on a command line. */
    private Map<String, String> configuration(Keys keys, String sandboxUrl) {
        return Map.ofEntries(
                Map.entry("AURPAY_MP_REST_URL", sandboxUrl),
                Map.entry("AURPAY_API_TOKEN", keys.apiToken()),
                Map.entry("AURPAY_SECRET_KEY", keys.secretKey()),
                Map.entry("AURPAY_LIGHTNING_API_TOKEN", keys.lightningApiToken()),
                Map.entry("AURPAY_LIGHTNING_SECRET_KEY", keys.lightningSecretKey()),
                Map.entry("AURPAY_WEBHOOK_URL", url() + "/aurpay/callbacks"),
                Map.entry("AURPAY_WEBHOOK_TOKEN", keys.callbackToken()),
                Map.entry("AURPAY_WEBHOOK_SECRET", keys.callbackSecret()),
                // so that the shop knows its orders' ids, and can refund them
                Map.entry("AURPAY_WEBHOOK_CONFIRM", "true"),
                Map.entry("SHOP_URL", url() + "/"));
    }

    private void awaitAnswer(Process server) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/api/purchases"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            if (!server.isAlive()) {
                throw ended();
            }
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IOException("the shop did not answer within " + PATIENCE.toSeconds() + " s: see " + directory.log());
    }

    /** Waits until the server has ended, which it does not do by itself. */
    void join() throws InterruptedException, IOException {
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running != null) {
            running.waitFor();
            throw ended();
        }
    }

    private IOException ended() throws InterruptedException {
        // a terminal's Ctrl-C reaches the server as well; then this process is about to end, too
        TimeUnit.SECONDS.sleep(1);
        return new IOException("Open Liberty has ended: see " + directory.log());
    }

    /** Ends the script and the server that it started. */
    synchronized void stop() {
        stopped = true;
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
