package net.aurpay.it.liberty;

import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/** Runs one server as a process. The server may be started again after it has ended. Thread-safe. */
public final class OpenLiberty implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServerDirectory directory;
    private final Map<String, String> environment;
    private @Nullable Process process;
    private boolean closed;

    /** @param environment variables for this server alone; secrets belong here, not in a file or on a command line */
    public OpenLiberty(ServerDirectory directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    /** Returns the server's URL, without a trailing slash. */
    public String url() {
        return "http://localhost:" + directory.port();
    }

    /** Starts the server, and returns when each of these paths responds with 200. */
    public void start(String... paths) throws IOException, InterruptedException {
        directory.prepare();
        Process server = launch();
        long start = System.nanoTime();
        for (String path : paths) {
            awaitResponse(server, URI.create(url() + path), start);
        }
    }

    private synchronized Process launch() throws IOException {
        if (closed) {
            throw new IOException("closed before Open Liberty was started");
        }
        ProcessBuilder builder = new ProcessBuilder(directory.script(), "run", directory.name())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()));
        // variables that the user has set for another server or another account must not affect this server
        builder.environment().keySet().removeIf(name -> name.startsWith("WLP_") || name.startsWith("AURPAY_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JVM_ARGS", "-Xmx512m");
        builder.environment().putAll(environment);
        process = builder.start();
        return process;
    }

    private void awaitResponse(Process server, URI url, long start) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
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
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException(
                url + " did not respond with 200 within " + PATIENCE.toSeconds() + " s: see " + directory.log());
    }

    /** Waits until the server has ended, which happens only if somebody stops it. */
    public void join() throws InterruptedException, IOException {
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
        // if the server ended because of Ctrl-C in the terminal, this process is about to end, too
        TimeUnit.SECONDS.sleep(1);
        return new IOException("Open Liberty has ended: see " + directory.log());
    }

    /** Kills the server as a power cut does: the JVM and the script that started it get SIGKILL. */
    public synchronized void kill() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        process = null;
    }

    /** Stops the script and the server that it started. After that, the server cannot be started again. */
    @Override
    public synchronized void close() {
        closed = true;
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(20, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                each.destroyForcibly();
            }
        }
    }

    private List<ProcessHandle> all() {
        return process == null
                ? List.of()
                : Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                        .toList();
    }
}
