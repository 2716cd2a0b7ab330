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

/** Something that goes wrong with an answer, after the operation has taken place. */
@FunctionalInterface
public interface Fault {
    /** Answers in place of the sandbox, or not at all. */
    void answer(HttpExchange exchange, Answer right, CountDownLatch closed) throws IOException;

    /** Closes the connection without a byte of an answer; the request has been read whole. */
    static Fault drop() {
        return (exchange, right, closed) -> exchange.close();
    }

    /** Never answers. */
    static Fault silence() {
        return (exchange, right, closed) -> {
            await(closed, Duration.ofMinutes(10));
            exchange.close();
        };
    }

    /** The right answer, late. */
    static Fault delay(Duration delay) {
        return (exchange, right, closed) -> {
            await(closed, delay);
            send(exchange, right);
        };
    }

    /** Half of the right answer, then the end of the connection. */
    static Fault cutOff() {
        return (exchange, right, closed) -> {
            right.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(right.status(), right.body().length);
            exchange.getResponseBody().write(right.body(), 0, right.body().length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Another answer, byte for byte. */
    static Fault instead(Answer other) {
        return (exchange, right, closed) -> send(exchange, other);
    }

    /** A proxy's page. */
    static Fault html(int status) {
        return instead(Answer.of(
                status,
                "text/html",
                "<html>\r\n<head><title>" + status + " Bad Gateway</title></head>\r\n<body>\r\n<center><h1>" + status
                        + " Bad Gateway</h1></center>\r\n<hr><center>nginx/1.14.2</center>\r\n</body>\r\n</html>\r\n"));
    }

    /** A status without a body. */
    static Fault empty(int status) {
        return instead(new Answer(status, Map.of("Content-Type", "application/json"), new byte[0]));
    }

    /** A redirect. */
    static Fault redirect(String location) {
        return instead(Answer.of(301, "text/html", "").header("Location", location));
    }

    /** An envelope with a code, and HTTP 200. */
    static Fault code(int code, String message) {
        return instead(ApiError.business(code, message).answer());
    }

    /** The right answer as another type. */
    static Fault contentType(String type) {
        return (exchange, right, closed) -> send(exchange, right.header("Content-Type", type));
    }

    /** The right answer, compressed although nobody asked for it. */
    static Fault gzip() {
        return (exchange, right, closed) -> send(
                exchange,
                new Answer(right.status(), right.headers(), gzipped(right.body())).header("Content-Encoding", "gzip"));
    }

    /** A good envelope of at least that many bytes. */
    static Fault huge(int bytes) {
        return instead(Answer.of(
                200, "application/json", "{\"code\":0,\"message\":\"" + "x".repeat(bytes) + "\",\"data\":[]}"));
    }

    /** Sends an answer as it is. */
    static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean none = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.body().length);
        if (!none) {
            exchange.getResponseBody().write(answer.body());
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
