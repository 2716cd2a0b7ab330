package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that a raw socket receives, byte for byte, what was signed. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
@Tag("json")
class WireIT {
    private static final String SECRET = "wire-secret";
    private static final int PATIENCE_MILLIS = 60_000;
    private static final ServerSocket SERVER = listen();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("wire")
                .property("aurpay/mp-rest/url", "http://127.0.0.1:" + SERVER.getLocalPort())
                .property("aurpay.api-token", "wire-token")
                .property("aurpay.secret-key", SECRET)
                .build();
    }

    @AfterAll
    static void close() throws IOException {
        SERVER.close();
    }

    @Test
    void queryIsSentAsSignedAndHasTheSameMeaningDecoded() throws Exception {
        JsonObject query = Probe.record(Map.of(
                "chain",
                "a b+c&d%41{x}=ü€/é?#[1]",
                "status",
                "NEW STATUS",
                "page",
                2,
                "createdFrom",
                "2024-10-10T00:00:00Z"));

        RawRequest wire = exchange("orders/orders", query);

        String target = wire.requestLine().split(" ", -1)[1];
        assertThat(wire.requestLine()).isEqualTo("GET " + target + " HTTP/1.1");
        // REST clients differ in the order of parameters.
        assertThat(target).startsWith("/api/v2/order/?");
        assertThat(List.of(target.substring(target.indexOf('?') + 1).split("&", -1)))
                .containsExactlyInAnyOrder(
                        "status=NEW%20STATUS",
                        "chain=a%20b%2Bc%26d%2541%7Bx%7D%3D%C3%BC%E2%82%AC%2F%C3%A9%3F%23%5B1%5D",
                        "page=2",
                        "st=2024-10-10T00:00:00");
        assertSigned(wire, "GET " + target, "");
        assertThat(wire.headers().get("Body-MD5")).isEmpty();
        assertThat(wire.headers()).doesNotContainKey("Aurpay-Query");
    }

    @Test
    void bodyIsSentAsHashed() throws Exception {
        JsonObject request = Probe.record(Map.of("price", "0.00000050", "priceCurrency", "ü\"\\€"));

        RawRequest wire = exchange("orders/createPaymentUrl", request);

        assertThat(new String(wire.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"price\":0.00000050,\"currency\":\"ü\\\"\\\\€\"}");
        assertSigned(wire, "POST /api/order/pay-url", " | " + md5(wire.body()));
        assertThat(wire.headers().get("Body-MD5")).isEqualTo(md5(wire.body()));
        assertThat(wire.headers().get("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void postWithoutABodyIsSignedWithTheHashOfAnEmptyBody() throws Exception {
        RawRequest wire = exchange("orders/refund", "20240614061316661529");

        assertThat(wire.body()).isEmpty();
        assertThat(wire.headers().get("Content-Length")).isEqualTo("0");
        assertSigned(wire, "POST /api/v2/order/refund/20240614061316661529", " | d41d8cd98f00b204e9800998ecf8427e");
    }

    private RawRequest exchange(String operation, Object argument) throws Exception {
        CompletableFuture<RawRequest> received = CompletableFuture.supplyAsync(WireIT::receive);
        JsonObject response = new Probe(base).call("cdi", operation, argument);
        assertThat(response.getString("message", response.toString())).contains("received");
        return received.get();
    }

    private static void assertSigned(RawRequest wire, String request, String hash) throws Exception {
        String origin = "HMAC-SHA256 | " + wire.headers().get("Date") + " | " + request + hash;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(wire.headers().get("Signature"))
                .isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal(origin.getBytes(StandardCharsets.UTF_8))));
        assertThat(wire.headers().get("API-Token")).isEqualTo("wire-token");
        assertThat(wire.headers().get("Algorithm")).isEqualTo("HMAC-SHA256");
    }

    private static String md5(byte[] body) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    }

    private static ServerSocket listen() {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            server.setSoTimeout(PATIENCE_MILLIS);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Receives one request, responds with an error code and closes the connection. */
    private static RawRequest receive() {
        try (Socket socket = SERVER.accept()) {
            RawRequest request = RawRequest.read(socket.getInputStream());
            String json = "{\"code\":1,\"message\":\"received\",\"result\":false}";
            socket.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                    + json.length() + "\r\n\r\n" + json)
                            .getBytes(StandardCharsets.US_ASCII));
            return request;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
