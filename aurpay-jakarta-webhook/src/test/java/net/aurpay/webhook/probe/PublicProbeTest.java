package net.aurpay.webhook.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends probes to a real HTTP server. */
class PublicProbeTest {
    private static final String SECRET = "a-callback-secret-of-a-test";
    private static final ProbeSeals SEALS = new ProbeSeals("north", List.of(SECRET));

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private Handler handler = exchange -> respond(exchange, 200, "");

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            handler.handle(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void probeOfAnAccountArrivesAsCallbacksDo() {
        handler = this::answer;

        ProbeReport report = probe();

        assertThat(report.outcome()).as(report.sentence()).isEqualTo(ProbeOutcome.OK);
        assertThat(report.arrived().orElseThrow().path()).isEqualTo("/shop/aurpay/callbacks/north/probe");
        assertThat(report.arrived().orElseThrow().headers()).containsExactlyInAnyOrder("Date", "Signature", "Api-Key");
        assertThat(report.toString()).doesNotContain(SECRET);
        assertThat(report.sent()).endsWith("/north/probe?reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41+:&probe=*");
    }

    @Test
    void redirectIsNotFollowed() {
        handler = exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            respond(exchange, 302, "");
        };

        assertThat(probe().outcome()).isEqualTo(ProbeOutcome.REDIRECTED);
        assertThat(requests).hasValue(1);
    }

    @Test
    void answerOfAnotherProbeIsNotBelieved() {
        handler = exchange -> respond(exchange, 200, SEALS.answer("nonce\nhttp\n/x\n\n\n"));

        assertThat(probe().outcome()).isEqualTo(ProbeOutcome.OTHER_APPLICATION);
    }

    /** A response without an end would fill the memory. */
    @Test
    void responseIsReadWithinABound() {
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 20];
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(much);
                }
            } catch (IOException e) {
                // The probe has read enough.
            }
        };

        assertThat(probe().outcome()).isEqualTo(ProbeOutcome.OTHER_APPLICATION);
    }

    @Test
    void nothingListens() {
        server.stop(0);

        assertThat(probe().outcome()).isEqualTo(ProbeOutcome.NO_CONNECTION);
    }

    /** A thread that outlived the application would keep its classes. Java's own Keep-Alive-Timer has no class loader. */
    @Test
    void noThreadKeepsTheClassesOfTheApplication() {
        handler = this::answer;
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        ClassLoader application = new ClassLoader(before) {};
        current.setContextClassLoader(application);
        try {
            assertThat(probe().isOk()).isTrue();
        } finally {
            current.setContextClassLoader(before);
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getContextClassLoader)
                .doesNotContain(application);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String answer = new ProbeEndpoint(rules(), account -> SEALS)
                .answer("http", exchange.getRequestURI().toString(), exchange.getRequestHeaders()::get)
                .orElse("");
        respond(exchange, 200, answer);
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private ProbeReport probe() {
        return new PublicProbe(rules(), SEALS).probe();
    }

    private ProbeRules rules() {
        return new ProbeRules(
                "http://localhost:" + server.getAddress().getPort() + "/shop/aurpay/callbacks",
                List.of("Date", "Signature", "Api-Key"),
                Clock.systemUTC());
    }
}
