package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxResponse;
import net.aurpay.it.sandbox.VerificationRules;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what the caller learns if something else comes back than a response of Aurpay. */
@ExtendWith(ArquillianExtension.class)
@Tag("engine")
class FailuresIT {
    private static final String USUAL = "failures";
    private static final String OTHER_SECRET = "other-secret";
    private static final String OTHER_READING = "other-reading";
    private static final String RESETS = "resets";
    private static final String OTHER_FIELD = "{\"code\":0,\"message\":\"ok\",\"data\":{\"amount\":{}}}";
    private static final String DATE = "[-0-9]{10}T[:.0-9]{12}Z";
    private static final String PLAIN = "AurpayException";
    private static final String UNAVAILABLE = "AurpayUnavailableException";
    private static final Sandbox SANDBOX = Sandboxes.start();
    private static final Sandbox UPPER = Sandboxes.start(new VerificationRules(true, false, false));
    private static final ServerSocket RESETTING = listen();

    @ArquillianResource
    @OperateOnDeployment(USUAL)
    URI usual;

    @ArquillianResource
    @OperateOnDeployment(OTHER_SECRET)
    URI otherSecret;

    @ArquillianResource
    @OperateOnDeployment(OTHER_READING)
    URI otherReading;

    @ArquillianResource
    @OperateOnDeployment(RESETS)
    URI resets;

    @Deployment(name = USUAL, testable = false)
    static WebArchive usual() {
        return new ApplicationArchive(USUAL)
                .signing(SANDBOX)
                .property("aurpay/mp-rest/readTimeout", 2500)
                .property("aurpay.max-response-size", 5000)
                .aboveAll()
                .build();
    }

    @Deployment(name = OTHER_SECRET, testable = false)
    static WebArchive otherSecret() {
        return new ApplicationArchive(OTHER_SECRET)
                .signing(SANDBOX)
                .property("aurpay.secret-key", "another-secret")
                .build();
    }

    @Deployment(name = OTHER_READING, testable = false)
    static WebArchive otherReading() {
        return new ApplicationArchive(OTHER_READING).signing(UPPER).build();
    }

    @Deployment(name = RESETS, testable = false)
    static WebArchive resets() {
        return new ApplicationArchive(RESETS)
                .signing(SANDBOX)
                .property("aurpay/mp-rest/url", "http://127.0.0.1:" + RESETTING.getLocalPort())
                .build();
    }

    @AfterAll
    static void close() throws IOException {
        SANDBOX.close();
        UPPER.close();
        RESETTING.close();
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void forget() {
        SANDBOX.faults().clear();
        SANDBOX.journal().clear();
    }

    /** Lists name, fault, exception, HTTP status, whether a write's outcome is unknown, and words of the message. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("HTML 502", Fault.html(502), UNAVAILABLE, 502, true, "text/html"),
                Arguments.of("HTML 200", Fault.html(200), PLAIN, 200, true, "text/html"),
                Arguments.of("empty 200", Fault.empty(200), PLAIN, 200, true, "empty body"),
                Arguments.of("204", Fault.empty(204), PLAIN, 204, true, "204"),
                Arguments.of("cut off", Fault.cutOff(), UNAVAILABLE, 200, true, "broke off"),
                Arguments.of("wrong type", Fault.contentType("text/plain"), PLAIN, 200, true, "text/plain"),
                Arguments.of("gzip", Fault.gzip(), PLAIN, 200, true, "gzip"),
                Arguments.of("too large", Fault.huge(5001), PLAIN, 200, true, "aurpay.max-response-size"),
                Arguments.of("301", Fault.redirect("http://127.0.0.1:1/x"), PLAIN, 301, true, "redirect"),
                Arguments.of("401", Fault.html(401), PLAIN, 401, false, "401"),
                Arguments.of("422", json(422, "{\"detail\":[{\"msg\":\"bad\"}]}"), PLAIN, 422, false, "422"),
                Arguments.of("429", Fault.html(429), UNAVAILABLE, 429, false, "429"),
                Arguments.of("500", Fault.html(500), UNAVAILABLE, 500, true, "500"),
                Arguments.of("no code", json(200, "{\"data\":{}}"), PLAIN, 200, true, "no code"),
                Arguments.of("field of another type", json(200, OTHER_FIELD), PLAIN, 200, true, "<data.amount>"),
                Arguments.of("broken JSON", json(200, "{\"code\":0,"), PLAIN, 200, true, "{"),
                Arguments.of("40004", Fault.code(40004, "KYB"), PLAIN, 200, false, "40004"),
                Arguments.of("40005", Fault.code(40005, "balance"), PLAIN, 200, false, "40005"),
                Arguments.of("50001", Fault.code(50001, "later"), UNAVAILABLE, 200, true, "50001"),
                Arguments.of("50001 under 400", json(400, "{\"code\":50001}"), UNAVAILABLE, 400, true, "50001"),
                Arguments.of("99999", Fault.code(99999, "new"), PLAIN, 200, true, "99999"),
                Arguments.of("-1", Fault.code(-1, "failed"), PLAIN, 200, true, "code -1: failed"),
                Arguments.of("40801", Fault.code(40801, "late"), UNAVAILABLE, 200, true, "40801"),
                Arguments.of("307", redirect(307), PLAIN, 307, true, "redirect"),
                Arguments.of(
                        "a word",
                        json(400, "{\"code\":\"BAD\",\"msg\":\"no\"}"),
                        PLAIN,
                        400,
                        false,
                        "<BAD> and HTTP 400: no"),
                Arguments.of("dropped", Fault.drop(), UNAVAILABLE, 0, true, "connection broke"),
                Arguments.of("silent", Fault.silence(), UNAVAILABLE, 0, true, "readTimeout"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void readFailsWithAClearMessage(
            String name, Fault fault, String exception, int status, boolean unknown, String words) {
        SANDBOX.faults().next(100, request -> true, fault);

        JsonObject response = new Probe(usual).call("cdi", "orders/order", "20240806071926377966");

        assertFailure(response, exception, status, words);
        assertThat(response.getBoolean("outcomeUnknown"))
                .as("the outcome of a read")
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void writeFailsWithAClearMessageAndIsSentOnce(
            String name, Fault fault, String exception, int status, boolean unknown, String words) {
        SANDBOX.faults().next(100, request -> true, fault);

        JsonObject response = new Probe(usual).call(Server.bean(), "orders/refund", "20240614061316661529");

        assertFailure(response, exception, status, words);
        assertThat(response.getBoolean("outcomeUnknown")).isEqualTo(unknown);
        assertThat(SANDBOX.journal().requests()).hasSize(1);
    }

    @Test
    void merchantsClientWaitsNoLongerThanConfigured() {
        SANDBOX.faults().next(100, request -> true, Fault.silence());

        JsonObject response = new Probe(usual).callAs(SANDBOX.keys(), "orders/refund", "20240614061316661529");

        assertFailure(response, UNAVAILABLE, 0, "no response came within aurpay/mp-rest/readTimeout");
        assertThat(response.getBoolean("outcomeUnknown")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../tx", "a/b", "a b", "%41", "..", "a?b", "ü"})
    void invalidOrderIdIsRejectedBeforeAnythingIsSent(String orderId) {
        JsonObject response = new Probe(usual).call("cdi", "orders/refund", orderId);

        assertThat(response.getString("exception")).isEqualTo(PLAIN);
        assertThat(response.getString("message")).containsAnyOf("order id must be", "path parameter order_id must not");
        assertThat(response.getBoolean("outcomeUnknown")).isFalse();
        assertThat(SANDBOX.journal().requests()).isEmpty();
    }

    @Test
    void redirectIsNotFollowed() {
        SANDBOX.faults().next(1, request -> true, Fault.redirect(SANDBOX.url() + "/api/v2/tx"));

        JsonObject response = new Probe(usual).call("cdi", "orders/fiatCurrencies");

        assertFailure(response, PLAIN, 301, "redirect");
        assertThat(SANDBOX.journal().requests()).hasSize(1);
    }

    @Test
    void connectionThatIsResetLeavesAWriteUnknown() throws Exception {
        CompletableFuture<Void> reset = CompletableFuture.runAsync(FailuresIT::resetOne);

        JsonObject response = new Probe(resets)
                .call("cdi", "orders/createPaymentUrl", Probe.record(Map.of("price", "10", "priceCurrency", "USD")));

        reset.get();
        assertFailure(response, UNAVAILABLE, 0, "connection broke");
        assertThat(response.getBoolean("outcomeUnknown")).isTrue();
    }

    /** Reads a request, then resets the TCP connection. */
    private static void resetOne() {
        try (Socket socket = RESETTING.accept()) {
            RawRequest.read(socket.getInputStream());
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes more calls than a pool has connections: a response that is not read to its end must return its connection
     * to the pool.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void connectionsOfBadResponsesAreReturnedToThePool(int kind) {
        Fault fault = kind == 0 ? Fault.huge(100_000) : Fault.cutOff();
        SANDBOX.faults().next(120, request -> true, fault);
        for (int i = 0; i < 120; i++) {
            new Probe(usual)
                    .call(
                            "cdi",
                            "orders/createPaymentUrl",
                            Probe.record(Map.of("price", "10", "priceCurrency", "USD")));
        }

        assertThat(new Probe(usual).call("cdi", "orders/fiatCurrencies")).containsKey("result");
    }

    @Test
    void rejectedSignatureShowsWhatBothSidesSigned() {
        JsonObject response = new Probe(otherSecret).call("cdi", "orders/order", "20240806071926377966");

        assertThat(response.getInt("code")).isEqualTo(401);
        assertThat(response.getString("message"))
                .contains("both sides signed <HMAC-SHA256 | ", "GET /api/v2/order/detail/20240806071926377966>")
                .contains("secret key that differs");
        assertShownInGuide(response);
    }

    @Test
    void signatureOfAnotherTextShowsTheFirstDifference() {
        String there = "HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /api/v2/order/detail/1";
        SANDBOX.faults()
                .next(json(200, "{\"code\":401,\"message\":\"no\",\"data\":{\"signature_origin\":\"" + there + "\"}}"));

        JsonObject response = new Probe(usual).call("cdi", "orders/order", "20240806071926377966");

        assertThat(response.getString("message"))
                .contains("Aurpay signed <" + there + ">", "from character 18 on", "4-06-17T");
    }

    @Test
    void messageNamesTheOtherReadingOfTheDocumentation() {
        JsonObject response = new Probe(otherReading)
                .call("cdi", "orders/createPaymentUrl", Probe.record(Map.of("price", "10", "priceCurrency", "USD")));

        assertThat(response.getInt("code")).isEqualTo(401);
        assertShownInGuide(response);
    }

    /** Lists the password escaped as in JSON, as in HTML and as in a URL, and in another case. */
    @ParameterizedTest
    @ValueSource(strings = {"pa\\/ss+w\\u00F6rd", "pa&#x2F;ss&#43;w&#xF6;rd", "pa%2Fss%2Bw%C3%B6rd", "PA/SS+W\u00d6RD"})
    void passwordOfALogInIsNotShownHoweverItIsEscaped(String spelled) {
        String echo = "no user has " + spelled + " here";
        SANDBOX.faults()
                .next(
                        1,
                        request -> true,
                        Fault.instead(SandboxResponse.of(
                                400,
                                "application/json",
                                Json.createObjectBuilder()
                                        .add("code", 400)
                                        .add("message", echo)
                                        .build()
                                        .toString())));

        JsonObject response = new Probe(usual).call("cdi", "auth/logIn", "ann", "pa/ss+w\u00f6rd");

        assertThat(response.getString("message")).contains("no user has *** here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "\"1e-999999999\""})
    void numberTooLargeForMemoryIsRejectedWithItsPath(String number) {
        SANDBOX.faults().next(100, request -> true, json(200, "{\"code\":0,\"data\":{\"amount\":" + number + "}}"));

        JsonObject response = new Probe(usual).call("cdi", "orders/order", "20240806071926377966");

        assertThat(response.getString("message")).contains("<data.amount>", "at most 100 digits");
    }

    /** Checks that the message is a line of {@code docs/signature.md}, except for the date. */
    private static void assertShownInGuide(JsonObject response) {
        try {
            assertThat(Files.readString(Path.of("../docs/signature.md")).replaceAll(DATE, "now"))
                    .contains("\n" + response.getString("message").replaceAll(DATE, "now") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault redirect(int status) {
        return Fault.instead(SandboxResponse.of(status, "text/html", "").header("Location", "http://127.0.0.1:1/x"));
    }

    private static Fault json(int status, String body) {
        return Fault.instead(SandboxResponse.of(status, "application/json", body));
    }

    private static void assertFailure(JsonObject response, String exception, int status, String words) {
        assertThat(response.getString("exception", "none"))
                .as(response.toString())
                .isEqualTo(exception);
        assertThat(response.getInt("httpStatus")).isEqualTo(status);
        assertThat(response.getString("message")).contains(words).hasSizeLessThan(600);
        assertThat(response.getString("message"))
                .doesNotContain(SANDBOX.keys().apiToken(), SANDBOX.keys().secretKey());
    }
}
