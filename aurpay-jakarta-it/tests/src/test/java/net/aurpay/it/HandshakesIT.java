package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks what the caller learns if TLS or a proxy fails before or after the request was sent. */
@Tag("engine")
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class HandshakesIT {
    private static final String RENEGOTIATING = "renegotiating";
    private static final String REJECTING = "rejecting";
    private static final Path FOLDER = folder();
    private static final RenegotiatingServer SERVER = RenegotiatingServer.start(FOLDER);
    private static final RejectingProxy PROXY = RejectingProxy.start();

    @ArquillianResource
    @OperateOnDeployment(RENEGOTIATING)
    URI base;

    @Deployment(name = RENEGOTIATING, testable = false)
    static WebArchive renegotiating() {
        return calling(RENEGOTIATING)
                .property(
                        "aurpay/mp-rest/trustStore", FOLDER.resolve("shop.p12").toUri())
                .property("aurpay/mp-rest/trustStorePassword", "changeit")
                .property("aurpay/mp-rest/trustStoreType", "PKCS12")
                .build();
    }

    @Deployment(name = REJECTING, testable = false)
    static WebArchive rejecting() {
        return calling(REJECTING)
                .property("aurpay/mp-rest/proxyAddress", "127.0.0.1:" + PROXY.port())
                .build();
    }

    private static ApplicationArchive calling(String name) {
        return new ApplicationArchive(name)
                .property("aurpay/mp-rest/url", "https://localhost:" + SERVER.port())
                .property("aurpay.api-token", "token-of-nobody")
                .property("aurpay.secret-key", "secret-of-nobody");
    }

    @AfterAll
    static void close() throws IOException {
        SERVER.close();
        PROXY.close();
    }

    @Test
    void handshakeThatFailsAfterTheRequestLeavesTheOutcomeUnknown() {
        JsonObject response = pay(RENEGOTIATING);

        assertThat(SERVER.requests()).as(response.toString()).hasValue(1);
        assertThat(response.getString("message")).contains("it may have taken effect");
        assertThat(response.getBoolean("outcomeUnknown")).isTrue();
    }

    /**
     * Some HTTP engines pass the proxy's response on as if it were the API's: nothing distinguishes the two. If the
     * API's URL is an {@code https} one, WildFly speaks TLS to the proxy itself, so that the handshake fails before
     * anything is sent.
     */
    @Test
    void proxyThatRefusesToConnectIsNamedIfTheEngineReportsIt() {
        JsonObject response = pay(REJECTING);

        if (Server.is("wildfly")) {
            assertThat(response.getString("message")).endsWith("nothing was sent");
            assertThat(response.getBoolean("outcomeUnknown")).isFalse();
            return;
        }
        assertThat(PROXY.rejected()).as(response.toString()).hasPositiveValue();
        assertThat(response.getString("exception")).isEqualTo("AurpayUnavailableException");
        if (Server.hasJersey() || Server.is("quarkus")) {
            assertThat(response.getString("message"))
                    .contains("the proxy refused to connect")
                    .contains("localhost:" + SERVER.port() + "> through the proxy <127.0.0.1:" + PROXY.port())
                    .endsWith("nothing was sent");
            assertThat(response.getBoolean("outcomeUnknown")).isFalse();
        } else {
            assertThat(response.getInt("httpStatus")).isEqualTo(503);
        }
    }

    private JsonObject pay(String application) {
        return new Probe(base.resolve("/" + application + "/"))
                .call("cdi", "orders/createPaymentUrl", Probe.record(Map.of("price", "10", "priceCurrency", "USD")));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("aurpay-handshakes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
