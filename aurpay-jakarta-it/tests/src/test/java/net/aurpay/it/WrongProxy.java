package net.aurpay.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs nginx with a prefix for each mistake. */
final class WrongProxy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final int expiredPort;

    private WrongProxy(Process process, int port, int expiredPort) {
        this.process = process;
        this.port = port;
        this.expiredPort = expiredPort;
    }

    static WrongProxy start(Path folder, SelfSigned certificate, SelfSigned expired) {
        int port = FreePort.find();
        int expiredPort = FreePort.find();
        String servers = "server {\n" + listen(port, certificate) + locations() + "}\nserver {\n"
                + listen(expiredPort, expired) + "}\n";
        try {
            Path log = folder.resolve("wrong.log");
            Path file = Files.writeString(
                    folder.resolve("wrong.conf"),
                    "daemon off;\nworker_processes 1;\npid wrong.pid;\nerror_log stderr;\nevents {}\nhttp {\n"
                            + "access_log off;\nclient_body_temp_path b1;\nproxy_temp_path b2;\nfastcgi_temp_path b3;\n"
                            + "uwsgi_temp_path b4;\nscgi_temp_path b5;\n" + servers + "}\n");
            Process process = new ProcessBuilder(
                            "/usr/sbin/nginx", "-p", folder.toString(), "-e", "stderr", "-c", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!FreePort.isTakenBy(process, port, PATIENCE)) {
                process.destroy();
                throw new IllegalStateException("nginx does not listen: " + Files.readString(log));
            }
            return new WrongProxy(process, port, expiredPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String listen(int port, SelfSigned certificate) {
        return "listen 127.0.0.1:" + port + " ssl;\nssl_certificate " + certificate.pem() + ";\nssl_certificate_key "
                + certificate.pem() + ";\n";
    }

    private static String locations() {
        String to = "proxy_pass http://127.0.0.1:" + System.getProperty("http.port");
        String callbacks = to + "/shop/aurpay/callbacks/";
        return location("good", callbacks)
                + location("wrong", to + "/shop/callbacks/")
                + location("deeper", callbacks + "north/")
                + location("decoded", callbacks + "probe?reference=a/b&probe=$arg_probe")
                + location("encoded", callbacks + "probe?reference=a%2Fb%20c%2Bd~e%C3%BC&x=%25A%20:&probe=$arg_probe")
                + location("removed", "rewrite ^/removed/(.*)$ /shop/aurpay/callbacks/$1? break; " + to)
                + location("undated", "proxy_set_header Date \"\"; " + callbacks)
                + location("redated", "proxy_set_header Date today; " + callbacks)
                + location("tokenless", "proxy_set_header Callback-Token \"\"; " + callbacks)
                + location("forbidden", "return 403")
                + location("password", "auth_basic shop; auth_basic_user_file none; " + callbacks)
                + location("login", "return 302 /login")
                + location("www", "return 301 https://www.example.com$request_uri")
                + location("plain", "return 301 http://localhost$request_uri")
                + location("other", "return 200 hello")
                + location("down", "proxy_pass http://127.0.0.1:" + FreePort.find());
    }

    private static String location(String prefix, String directives) {
        return "location /" + prefix + "/ { " + directives + "; }\n";
    }

    /** Returns the {@code aurpay.webhook.url} of a prefix. */
    String url(String prefix) {
        return "https://localhost:" + port + "/" + prefix;
    }

    /** Returns a URL whose certificate has expired. */
    String expiredUrl() {
        return "https://localhost:" + expiredPort + "/good";
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
