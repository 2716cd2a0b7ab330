package net.aurpay.it.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Something that goes wrong with a response, after the operation has taken place. */
@FunctionalInterface
public interface Fault {
    /** Sends something else instead of the right response, or nothing at all. */
    void respond(HttpExchange exchange, SandboxResponse right, CountDownLatch closed) throws IOException;

    /** Closes the connection without sending a byte; the whole request has been read. */
    static Fault drop() {
        return (exchange, right, closed) -> exchange.close();
    }

    /** Never responds. */
    static Fault silence() {
        return (exchange, right, closed) -> {
            await(closed, Duration.ofMinutes(10));
            exchange.close();
        };
    }

    /** Sends the right response, late. */
    static Fault delay(Duration delay) {
        return (exchange, right, closed) -> {
            await(closed, delay);
            send(exchange, right);
        };
    }

    /** Sends half of the right response, then closes the connection. */
    static Fault cutOff() {
        return (exchange, right, closed) -> {
            right.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(right.status(), right.body().length);
            exchange.getResponseBody().write(right.body(), 0, right.body().length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Sends another response. */
    static Fault instead(SandboxResponse other) {
        return (exchange, right, closed) -> send(exchange, other);
    }

    /** Sends a proxy's error page. */
    static Fault html(int status) {
        return instead(SandboxResponse.of(
                status,
                "text/html",
                "<html>\r\n<head><title>" + status + " Bad Gateway</title></head>\r\n<body>\r\n<center><h1>" + status
                        + " Bad Gateway</h1></center>\r\n<hr><center>nginx/1.14.2</center>\r\n</body>\r\n</html>\r\n"));
    }

    /** Sends a status without a body. */
    static Fault empty(int status) {
        return instead(new SandboxResponse(status, Map.of("Content-Type", "application/json"), new byte[0]));
    }

    /** Sends a redirect. */
    static Fault redirect(String location) {
        return instead(SandboxResponse.of(301, "text/html", "").header("Location", location));
    }

    /** Sends an envelope with an error code, and HTTP status 200. */
    static Fault code(int code, String message) {
        return instead(ApiError.business(code, message).response());
    }

    /** Sends the right response with another content type. */
    static Fault contentType(String type) {
        return (exchange, right, closed) -> send(exchange, right.header("Content-Type", type));
    }

    /** Sends the right response compressed, although the client did not ask for compression. */
    static Fault gzip() {
        return (exchange, right, closed) -> send(
                exchange,
                new SandboxResponse(right.status(), right.headers(), gzipped(right.body()))
                        .header("Content-Encoding", "gzip"));
    }

    /** Sends a valid envelope of at least that many bytes. */
    static Fault huge(int bytes) {
        return instead(SandboxResponse.of(
                200, "application/json", "{\"code\":0,\"message\":\"" + "x".repeat(bytes) + "\",\"data\":[]}"));
    }

    /** Sends a response without a fault. */
    static void send(HttpExchange exchange, SandboxResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean empty = response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            exchange.getResponseBody().write(response.body());
        }
        exchange.close();
    }

    private static void await(CountDownLatch closed, Duration time) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
