package net.aurpay.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs nginx or HAProxy, configured as {@code docs/behind-a-proxy.md} says, in front of the server under test. */
final class ReverseProxy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PAGE = Path.of("../docs/behind-a-proxy.md");

    private final Process process;
    private final int port;
    private final Path log;

    private ReverseProxy(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static ReverseProxy nginx(Path folder, SelfSigned certificate) {
        int port = FreePort.find();
        String server = snippet(
                "nginx",
                Map.of(
                        "listen 443 ssl", "listen 127.0.0.1:" + port + " ssl",
                        "/etc/ssl/shop.pem", certificate.pem().toString(),
                        "/etc/ssl/shop.key", certificate.pem().toString(),
                        "127.0.0.1:9080", upstream()));
        String all =
                "daemon off;\nworker_processes 1;\npid nginx.pid;\nerror_log stderr;\nevents { worker_connections 2048; }\n"
                        + "http {\naccess_log off;\nclient_body_temp_path body;\nproxy_temp_path proxy;\nfastcgi_temp_path x;\n"
                        + "uwsgi_temp_path x;\nscgi_temp_path x;\n" + server + "}\n";
        Path file = write(folder.resolve("nginx.conf"), all);
        return start(
                port,
                folder.resolve("nginx.log"),
                "/usr/sbin/nginx",
                "-p",
                folder.toString(),
                "-e",
                "stderr",
                "-c",
                file.toString());
    }

    static ReverseProxy haproxy(Path folder, SelfSigned certificate) {
        int port = FreePort.find();
        String all = snippet(
                "haproxy",
                Map.of(
                        "bind :443", "bind 127.0.0.1:" + port,
                        "/etc/ssl/shop.pem", certificate.pem().toString(),
                        "127.0.0.1:9080", upstream()));
        Path file = write(folder.resolve("haproxy.cfg"), all);
        return start(port, folder.resolve("haproxy.log"), "/usr/sbin/haproxy", "-db", "-f", file.toString());
    }

    /** Returns the proxy's URL, which replaces the public scheme, host and port. */
    String url() {
        return "https://localhost:" + port;
    }

    private static String upstream() {
        return "127.0.0.1:" + System.getProperty("http.port");
    }

    private static String snippet(String language, Map<String, String> changes) {
        Matcher snippet =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(read(PAGE));
        if (!snippet.find()) {
            throw new IllegalStateException("no snippet of " + language + " in " + PAGE);
        }
        String text = snippet.group(1);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!text.contains(change.getKey())) {
                throw new IllegalStateException("<" + change.getKey() + "> is not in " + PAGE);
            }
            text = text.replace(change.getKey(), change.getValue());
        }
        return text;
    }

    private static ReverseProxy start(int port, Path log, String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ReverseProxy proxy = new ReverseProxy(process, port, log);
            proxy.awaitStart();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(command[0] + " cannot be started; .ci/run installs it", e);
        }
    }

    private void awaitStart() {
        if (!FreePort.isTakenBy(process, port, PATIENCE)) {
            close();
            throw new IllegalStateException("the proxy does not listen: " + read(log));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
