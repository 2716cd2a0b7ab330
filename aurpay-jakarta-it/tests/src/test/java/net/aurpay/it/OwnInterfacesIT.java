package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.aurpay.it.invoices.Invoices;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the interfaces in {@code docs/own-interfaces.md}: what a plain socket receives, byte for byte, from injected
 * clients and from those of a merchant, with a signature and with an API key.
 */
@ExtendWith(ArquillianExtension.class)
@Tag("json")
class OwnInterfacesIT {
    private static final String SIGNED = "invoices-signed";
    private static final String KEYED = "invoices-keyed";
    private static final String SECRET = "own-secret-key";
    private static final String INVOICE = "{\"invoice_id\":\"7\",\"price\":\"0.00000050\",\"new_field\":[1]}";
    private static final String INVOICE_RESULT = "Invoice[invoiceId=7, note=null, price=5.0E-7, dueTime=null]";
    private static final List<String> TEXTS =
            List.of("a/b", "%41", "a b", "ü€\uD83D\uDE00", "a b+c&d%41{x}=ü/?#[1]:~'\"<>\\^`|,;@!$*()_aurpay_61_");
    private static final RecordingApi API = new RecordingApi();

    @ArquillianResource
    @OperateOnDeployment(SIGNED)
    URI base;

    @Deployment(name = SIGNED, testable = false)
    static WebArchive signed() {
        return new ApplicationArchive(SIGNED)
                .addPackageOf(Invoices.class)
                .property("aurpay/mp-rest/url", API.url())
                .property("aurpay.api-token", "own-token")
                .property("aurpay.secret-key", SECRET)
                .build();
    }

    @Deployment(name = KEYED, testable = false)
    static WebArchive keyed() {
        return new ApplicationArchive(KEYED)
                .addPackageOf(Invoices.class)
                .aboveAll()
                .property("aurpay/mp-rest/url", API.url())
                .property("aurpay.api-key", "own-key")
                .build();
    }

    @AfterAll
    static void close() {
        API.close();
    }

    static Stream<Arguments> clients() {
        return Stream.of(SIGNED, KEYED).flatMap(application -> Stream.of("injected", "built")
                .map(client -> Arguments.of(application, client)));
    }

    static Stream<Arguments> texts() {
        return clients()
                .flatMap(client -> TEXTS.stream().map(text -> Arguments.of(client.get()[0], client.get()[1], text)));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("texts")
    void textInAPathIsSentAsItIs(String application, String client, String text) throws Exception {
        API.respond(INVOICE);

        JsonObject outcome = call(application, client, "invoice", text);

        assertThat(outcome).isEqualTo(result(INVOICE_RESULT));
        assertSent(application, "GET /api/v3/invoices/" + encoded(text), "");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("texts")
    void textsInAQueryAreSentAsTheyAre(String application, String client, String text) throws Exception {
        API.respond("[" + INVOICE + "]");

        JsonObject outcome = call(application, client, "noted", text);

        assertThat(outcome).isEqualTo(result("[" + INVOICE_RESULT + "]"));
        assertQuery(application, "note=" + encoded(text), "tag=" + encoded(text), "tag=plain");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("texts")
    void textsInARecordAreSentAsTheyAreAndTimesAsAurpaySpellsThem(String application, String client, String text)
            throws Exception {
        API.respond("[]");

        JsonObject outcome = call(application, client, "invoices", text);

        assertThat(outcome).isEqualTo(result("[]"));
        assertQuery(
                application,
                "note=" + encoded(text),
                "tag=plain",
                "tag=" + encoded(text),
                "status=" + encoded(text),
                "due_before=2024-10-10T00:00:00",
                "page=2");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("texts")
    void bodyIsSentAsHashed(String application, String client, String text) throws Exception {
        API.respond(INVOICE);

        JsonObject outcome = call(application, client, "create", text);

        assertThat(outcome).isEqualTo(result(INVOICE_RESULT));
        String body = "{\"note\":" + Json.createValue(text) + ",\"price\":0.00000050}";
        assertSent(application, "POST /api/v3/invoices", body);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void postWithoutABodyHasAnEmptyOne(String application, String client) throws Exception {
        API.respond("{\"any\":[\"thing\"]}");

        JsonObject outcome = call(application, client, "cancel", "a/b");

        assertThat(outcome).isEqualTo(result("{\"any\":[\"thing\"]}"));
        assertSent(application, "POST /api/v3/invoices/a%2Fb/cancel", "");
        assertThat(API.requests().get(0).headers()).containsEntry("Content-Length", "0");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void otherMethodsAreSignedLikeAPost(String application, String client) throws Exception {
        API.respond(INVOICE);

        assertThat(call(application, client, "put", "x")).isEqualTo(result(INVOICE_RESULT));
        assertThat(call(application, client, "delete", "x")).isEqualTo(result(INVOICE_RESULT));
        assertThat(call(application, client, "delete-overloaded", "x")).isEqualTo(result("nothing"));
        assertSent(0, application, "PUT /api/v3/invoices/7", "{\"note\":\"x\",\"price\":0.00000050}");
        assertSent(1, application, "DELETE /api/v3/invoices/7", "");
        assertSent(2, application, "POST /api/v3/invoices/7", "{\"note\":\"x\"}");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void patchIsSentOrRejectedWhereTheServerCannotSendIt(String application, String client) throws Exception {
        API.respond(INVOICE);

        JsonObject outcome = call(application, client, "patch", "x");

        if (Server.hasJersey()) {
            assertRejected(outcome, "this server's REST client cannot send a PATCH");
        } else {
            assertSent(application, "PATCH /api/v3/invoices/7", "{\"note\":\"x\",\"price\":0.00000050}");
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void knownEndpointGivesFieldsOfTheApplication(String application, String client) throws Exception {
        API.respond("{\"order_id\":\"1\",\"status\":\"SUCCESS\",\"amount\":\"2.50\",\"loyalty_number\":\"L-9\"}");

        JsonObject outcome = call(application, client, "order", "20240806071926377966");

        assertThat(outcome).isEqualTo(result("MyOrder[orderId=1, status=SUCCESS, amount=2.50, loyaltyNumber=L-9]"));
        assertSent(application, "GET /api/v2/order/detail/20240806071926377966", "");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void readIsRetriedAndEachAttemptSignedAnew(String application, String client) throws Exception {
        API.respond(INVOICE);
        API.fail(2);

        assertThat(call(application, client, "invoice", "a/b")).isEqualTo(result(INVOICE_RESULT));

        assertThat(API.requests()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertSent(i, application, "GET /api/v3/invoices/a%2Fb", "");
        }
        if (application.equals(SIGNED)) {
            assertThat(API.requests())
                    .extracting(request -> request.headers().get("Date"))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void writeIsNeverRetried(String application, String client) {
        for (String method : List.of("create", "cancel", "put", "delete", "delete-overloaded")) {
            API.respond(INVOICE);
            API.fail(2);

            JsonObject outcome = call(application, client, method, "x");

            assertThat(outcome.getString("exception", outcome.toString())).isEqualTo("AurpayUnavailableException");
            assertThat(outcome.getBoolean("outcomeUnknown")).as(method).isTrue();
            assertThat(outcome.getString("message")).contains("look it up before calling again");
            assertThat(API.requests()).as(method).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void unusableArgumentIsRejectedBeforeAnythingIsSent(String application, String client) {
        API.respond(INVOICE);

        for (String id : List.of("", ".", "..", "../7", "a/../b", "a\\..")) {
            assertRejected(
                    call(application, client, "invoice", id), "Invoices.invoice: the path parameter id must not");
        }
        assertRejected(call(application, client, "cancel", null), "the path parameter id must not be null");
        assertRejected(call(application, client, "create", null), "the body must not be null");
        assertRejected(call(application, client, "noted", "\uD83D"), "the query parameter note must be valid Unicode");
        assertRejected(call(application, client, "order", "a/b"), "order id");
    }

    private static void assertRejected(JsonObject outcome, String message) {
        assertThat(outcome.getString("message", outcome.toString()))
                .contains(message)
                .endsWith("nothing was sent");
        assertThat(outcome.getBoolean("outcomeUnknown")).isFalse();
        assertThat(API.requests()).isEmpty();
    }

    private JsonObject call(String application, String client, String method, @Nullable String text) {
        JsonObject call = Json.createObjectBuilder()
                .add("text", text == null ? JsonValue.NULL : Json.createValue(text))
                .add("signed", application.equals(SIGNED))
                .build();
        // The JSON of a lone surrogate is an escape, because UTF-8 has no bytes for one.
        String body = call.toString().replace("\uD83D\"", "\\uD83D\"");
        HttpRequest request = HttpRequest.newBuilder(
                        base.resolve("/" + application + "/probe/invoices/" + client + "/" + method))
                .POST(BodyPublishers.ofString(body))
                .build();
        return Probe.parse(new Probe(base).send(request).body());
    }

    private static JsonObject result(String text) {
        return Json.createObjectBuilder().add("result", text).build();
    }

    /** The order of the parameters differs from server to server: what is sent is signed. */
    private static void assertQuery(String application, String... parameters) throws Exception {
        assertThat(API.requests()).hasSize(1);
        String line = API.requests().get(0).requestLine();
        assertThat(line).matches("GET /api/v3/invoices\\?\\S+ HTTP/1.1");
        String query = line.substring(line.indexOf('?') + 1, line.lastIndexOf(' '));
        assertThat(query.split("&")).containsExactlyInAnyOrder(parameters);
        List<String> tags = Stream.of(query.split("&"))
                .filter(part -> part.startsWith("tag="))
                .toList();
        assertThat(tags)
                .containsExactlyElementsOf(Stream.of(parameters)
                        .filter(part -> part.startsWith("tag="))
                        .toList());
        assertSent(application, line.replace(" HTTP/1.1", ""), "");
    }

    private static void assertSent(String application, String line, String body) throws Exception {
        assertThat(API.requests()).hasSize(1);
        assertSent(0, application, line, body);
    }

    private static void assertSent(int index, String application, String line, String body) throws Exception {
        RawRequest request = API.requests().get(index);
        boolean reads = line.startsWith("GET ");
        assertThat(request.requestLine()).isEqualTo(line + " HTTP/1.1");
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(request.headers()).containsEntry("Accept", "application/json");
        if (!reads) {
            assertThat(request.headers()).containsEntry("Content-Type", "application/json");
        }
        if (application.equals(KEYED)) {
            assertThat(request.headers()).containsEntry("API-Key", "own-key").doesNotContainKey("Signature");
            return;
        }
        String md5 = reads ? "" : md5(request.body());
        String origin = "HMAC-SHA256 | " + request.headers().get("Date") + " | " + line + (reads ? "" : " | " + md5);
        assertThat(request.headers())
                .containsEntry("API-Token", "own-token")
                .containsEntry("Body-MD5", md5)
                .containsEntry("Signature", signature(origin))
                .doesNotContainKey("API-Key");
    }

    private static String signature(String origin) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(origin.getBytes(StandardCharsets.UTF_8)));
    }

    private static String md5(byte[] body) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    }

    /** Percent-encodes UTF-8 except unreserved characters and the colon, without the library's own code. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            String one = String.valueOf((char) b);
            encoded.append(one.matches("[0-9A-Za-z._~:-]") ? one : String.format("%%%02X", b));
        }
        return encoded.toString();
    }
}
