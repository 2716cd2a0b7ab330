package net.aurpay.webhook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCallbackTest {
    private static final URI URL =
            URI.create("https://shop.example.com/shop/aurpay/callbacks/succeeded?reference=A%2F1");

    private final List<String> seen = new ArrayList<>();
    private final HttpServer server;

    SignedCallbackTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            for (String name : List.of("Callback-Token", "Api-Key", "Date", "Signature", "Content-Type")) {
                seen.add(name + ": " + exchange.getRequestHeaders().get(name));
            }
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsAGetLikeAurpay() {
        int status = SignedCallback.of(URL)
                .signedWith("token", "test_callback_secret")
                .withDate(Instant.parse("2024-06-17T00:00:00Z"))
                .sendTo(URI.create("http://localhost:" + server.getAddress().getPort() + "/app/aurpay/callbacks"));

        assertThat(status).isEqualTo(202);
        assertThat(seen)
                .containsExactly(
                        "GET /app/aurpay/callbacks/succeeded?reference=A%2F1",
                        "Callback-Token: [token]",
                        "Api-Key: null",
                        "Date: [2024-06-17T00:00:00Z]",
                        "Signature: [yDTDZ+S0gwGE4qrVjAjLtmLK9NSPQ4lKDEMRICfH/A4=]",
                        "Content-Type: null",
                        "");
    }

    @Test
    void sendsTheOrderInAPost() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/callbacks/timed-out");
        SignedCallback callback = SignedCallback.of(url)
                .signedWith("token", "secret")
                .withApiKey("key")
                .withBody("{\"order_id\":\"1\"}");

        assertThat(callback.body()).contains("{\"order_id\":\"1\"}");
        assertThat(callback.send()).isEqualTo(202);
        assertThat(seen)
                .contains(
                        "POST /callbacks/timed-out",
                        "Api-Key: [key]",
                        "Content-Type: [application/json]",
                        "{\"order_id\":\"1\"}");
    }

    @Test
    void sendsUrlWithoutQueryToTheAddressOfTheApplication() {
        SignedCallback.of(URI.create("https://shop.example.com/callbacks/timed-out"))
                .sendTo(URI.create("http://localhost:" + server.getAddress().getPort() + "/app"));

        assertThat(seen).contains("GET /app/timed-out");
    }

    @Test
    void acceptsAnAddressThatEndsInASlash() {
        SignedCallback.of(URL)
                .sendTo(URI.create("http://localhost:" + server.getAddress().getPort() + "/app/aurpay/callbacks/"));

        assertThat(seen).contains("GET /app/aurpay/callbacks/succeeded?reference=A%2F1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example.com/pay", "https://shop.example.com/pay/"})
    void makesANewPaymentIdForEachCallback(String base) {
        SignedCallback paid = SignedCallback.succeeded(URI.create(base), "A 1/~*\u00fc");
        SignedCallback timedOut = SignedCallback.timedOut(URI.create(base), "A1");

        assertThat(paid.url().toString())
                .matches("https://shop\\.example\\.com/pay/succeeded"
                        + "\\?reference=A%201%2F~%2A%C3%BC&payment=[0-9a-f]{32}");
        assertThat(timedOut.url().toString())
                .matches("https://shop\\.example\\.com/pay/timed-out\\?reference=A1&payment=[0-9a-f]{32}");
        assertThat(SignedCallback.succeeded(URI.create(base), "A1").url())
                .isNotEqualTo(SignedCallback.succeeded(URI.create(base), "A1").url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456-89ab-cdef-0123-456789abcdef0",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef",
                ""
            })
    void rejectsWhatTheWebhookWouldNotAcceptAsAPaymentId(String payment) {
        for (String path : List.of("/pay/succeeded", "/pay/timed-out")) {
            URI url = URI.create("https://shop.example.com" + path + "?reference=1&payment=" + payment);

            assertThatThrownBy(() -> SignedCallback.of(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("32 hex digits")
                    .hasMessageContaining("without its dashes")
                    .hasMessageContaining("<" + payment + ">");
        }
    }

    @Test
    void leavesTheParametersOfAnotherEndpointAlone() {
        URI url = URI.create("https://shop.example.com/hook?payment=4-2");

        assertThat(SignedCallback.of(url).url()).isEqualTo(url);
    }

    @Test
    void isUnsignedUntilSigned() {
        assertThat(SignedCallback.of(URL).withApiKey("key").headers()).containsOnlyKeys("Api-Key", "Date");
    }

    @Test
    void keepsTheThreadInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> SignedCallback.of(URL).send()).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
