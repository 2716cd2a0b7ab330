package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that a write that provably was not sent is reported as certainly without effect. */
@ExtendWith(ArquillianExtension.class)
@Tag("engine")
@Tag("level")
class UnsentIT {
    private static final String REFUSED = "refused";
    private static final String UNKNOWN_HOST = "unknown-host";
    private static final String DEAF = "deaf";
    private static final String UNTRUSTED = "untrusted";

    private static final List<Socket> WAITING = new ArrayList<>();
    private static final ServerSocket DEAF_SERVER = deaf();
    private static final UntrustedServer UNTRUSTED_SERVER = UntrustedServer.start();

    @ArquillianResource
    @OperateOnDeployment(REFUSED)
    URI base;

    @Deployment(name = REFUSED, testable = false)
    static WebArchive refused() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return calling(REFUSED, "http://127.0.0.1:" + free.getLocalPort());
        }
    }

    @Deployment(name = UNKNOWN_HOST, testable = false)
    static WebArchive unknownHost() {
        return calling(UNKNOWN_HOST, "http://nowhere.invalid");
    }

    @Deployment(name = DEAF, testable = false)
    static WebArchive noConnection() {
        return calling(DEAF, "http://127.0.0.1:" + DEAF_SERVER.getLocalPort());
    }

    @Deployment(name = UNTRUSTED, testable = false)
    static WebArchive untrusted() {
        return calling(UNTRUSTED, "https://localhost:" + UNTRUSTED_SERVER.port());
    }

    private static WebArchive calling(String name, String url) {
        return new ApplicationArchive(name)
                .property("aurpay/mp-rest/url", url)
                .property("aurpay/mp-rest/connectTimeout", 2000)
                .property("aurpay.api-token", "token-of-nobody")
                .property("aurpay.secret-key", "secret-of-nobody")
                .build();
    }

    /** Returns a socket whose queue of connections is full: the next connection is neither accepted nor refused. */
    private static ServerSocket deaf() {
        try {
            ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            for (int i = 0; i < 2; i++) {
                WAITING.add(new Socket(server.getInetAddress(), server.getLocalPort()));
            }
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() throws IOException {
        for (Socket socket : WAITING) {
            socket.close();
        }
        DEAF_SERVER.close();
        UNTRUSTED_SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        REFUSED + ", no connection to aurpay/mp-rest/url",
        UNKNOWN_HOST + ", host of aurpay/mp-rest/url is unknown",
        DEAF + ", no connection within aurpay/mp-rest/connectTimeout",
        UNTRUSTED + ", TLS handshake failed"
    })
    void writeThatWasNeverSentHasNoUnknownOutcome(String application, String reason) {
        JsonObject response = new Probe(base.resolve("/" + application + "/"))
                .call("cdi", "orders/createPaymentUrl", Probe.record(Map.of("price", "10", "priceCurrency", "USD")));

        assertThat(response.getString("exception")).isEqualTo("AurpayUnavailableException");
        assertThat(response.getString("message")).contains(reason + ": <").endsWith(">; nothing was sent");
        assertThat(response.getBoolean("outcomeUnknown")).isFalse();
        assertThat(response.getInt("httpStatus")).isZero();
        assertThat(UNTRUSTED_SERVER.requests()).hasValue(0);
    }
}
