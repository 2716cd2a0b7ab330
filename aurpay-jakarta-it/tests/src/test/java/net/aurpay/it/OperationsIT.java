package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.aurpay.it.app.OwnJsonb;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.VerificationRules;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every operation, in each mode of authentication, from each kind of bean. The sandbox verifies the requests with
 * its own code.
 */
@ExtendWith(ArquillianExtension.class)
@Tag("json")
class OperationsIT {
    private static final String SHA256 = "sha256";
    private static final String SHA3 = "sha3";
    private static final String KEY = "key";
    private static final String DECODING = "decoding";
    private static final String OTHER_READINGS = "other-readings";
    private static final String OWN_JSONB = "jsonb";
    private static final String OWN_JACKSON = "jackson";

    private static final Sandbox SANDBOX = Sandboxes.start();
    private static final Sandbox DECODER = Sandboxes.start(new VerificationRules(false, false, true));
    private static final Sandbox OTHER = Sandboxes.start(new VerificationRules(true, true, false));

    @ArquillianResource
    @OperateOnDeployment(SHA256)
    URI base;

    @Deployment(name = SHA256, testable = false)
    static WebArchive sha256() {
        return new ApplicationArchive(SHA256).signing(SANDBOX).build();
    }

    @Deployment(name = SHA3, testable = false)
    static WebArchive sha3() {
        return new ApplicationArchive(SHA3)
                .signing(SANDBOX)
                .property("aurpay.algorithm", "HMAC-SHA3_256")
                .property("aurpay.lightning.algorithm", "HMAC-SHA3_256")
                .build();
    }

    @Deployment(name = KEY, testable = false)
    static WebArchive key() {
        return new ApplicationArchive(KEY).withKeys(SANDBOX).build();
    }

    /** The sandbox of this application verifies the decoded request target. */
    @Deployment(name = DECODING, testable = false)
    static WebArchive decoding() {
        return new ApplicationArchive(DECODING).signing(DECODER).build();
    }

    /** The sandbox of this application requires {@code Body-MD5} in upper case, and none for a POST without a body. */
    @Deployment(name = OTHER_READINGS, testable = false)
    static WebArchive otherReadings() {
        return new ApplicationArchive(OTHER_READINGS)
                .signing(OTHER)
                .property("aurpay.signing.body-md5-case", "upper")
                .property("aurpay.signing.empty-body", "omit")
                .build();
    }

    @Deployment(name = OWN_JSONB, testable = false)
    static WebArchive ownJsonb() {
        return new ApplicationArchive(OWN_JSONB)
                .add(OwnJsonb.class)
                .signing(SANDBOX)
                .build();
    }

    @Deployment(name = OWN_JACKSON, testable = false)
    static WebArchive ownJackson() {
        return new ApplicationArchive(OWN_JACKSON)
                .withJackson()
                .signing(SANDBOX)
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
        DECODER.close();
        OTHER.close();
    }

    static Stream<Arguments> operations() {
        try (JsonReader reader =
                Json.createReader(Objects.requireNonNull(OperationsIT.class.getResourceAsStream("operations.json")))) {
            List<JsonObject> operations = reader.readArray().getValuesAs(JsonObject.class);
            return Stream.of(SHA256, SHA3, KEY, DECODING, OTHER_READINGS, OWN_JSONB, OWN_JACKSON)
                    .flatMap(mode -> Server.beans().stream().flatMap(bean -> operations.stream()
                            .map(operation -> Arguments.of(mode, bean, operation.getString("call"), operation))));
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("operations")
    void operationSendsEveryFieldAndIsAuthenticated(String mode, String bean, String call, JsonObject operation) {
        assumeTakesJsonOf(mode);
        // An order can be refunded only once.
        sandbox(mode).restoreRecordedOrders();
        JsonArray arguments = operation.getJsonArray("arguments");

        JsonObject response = probe(mode).call(bean, call, arguments.toArray());

        ReceivedRequest request = sandbox(mode).journal().last();
        assertThat(sorted(request.method() + " " + request.target())).isEqualTo(sorted(operation.getString("request")));
        String body = operation.getString("body", "");
        if (call.equals("auth/logIn")) {
            // A form is not signed: servers differ in the order of its fields.
            assertThat(request.text().split("&")).containsExactlyInAnyOrder(body.split("&"));
        } else {
            assertThat(request.text()).isEqualTo(body);
        }
        if (operation.containsKey("code")) {
            assertThat(response.getInt("code")).as(response.toString()).isEqualTo(operation.getInt("code"));
            assertThat(response.getBoolean("outcomeUnknown")).isFalse();
        } else {
            assertThat(response).containsKey("result");
        }
        assertAuthentication(mode, call, request);
    }

    /** Proves that the application's own JSON is in use: otherwise, the operations above would say nothing about it. */
    @ParameterizedTest
    @CsvSource({SHA256 + ",someField", OWN_JSONB + ",Some Field", OWN_JACKSON + ",SomeField"})
    void applicationUsesItsOwnJson(String mode, String name) {
        assumeTakesJsonOf(mode);
        assumeFalse(
                mode.equals(OWN_JSONB) && Server.property("server.options").contains("preferJackson"),
                "Jackson is preferred to the application's own Jsonb");
        assumeFalse(
                mode.equals(OWN_JACKSON) && Server.hasJersey(),
                "Jersey uses either JSON-B or the application's Jackson");
        assertThat(probe(mode).get("probe/control").body()).isEqualTo("{\"" + name + "\":\"x\"}");
    }

    @Test
    @EnabledIf(value = "net.aurpay.it.Server#hasEjbs", disabledReason = "no EJB container")
    void callerOfAnEjbGetsTheExceptionUnwrapped() {
        assertThat(probe(SHA256).get("probe/control/through-ejb/unknown").body())
                .isEqualTo("net.aurpay.client.AurpayException");
    }

    @Test
    void logInReturnsATokenForTheApiKey() {
        JsonObject token = probe(KEY).call(Server.bean(), "auth/logIn", "example@aurpay.com", "example-123456");

        String bearer = token.getJsonObject("result").getString("accessToken");
        JsonObject apiKey = probe(KEY).call("cdi", "auth/apiKey", bearer);

        assertThat(apiKey.getJsonObject("result").getString("apiKey"))
                .isEqualTo(SANDBOX.keys().apiKey());
        assertThat(SANDBOX.journal().last().target()).isEqualTo("/api/plugin/key");
    }

    @Test
    void wrongPasswordIsCode404AlthoughHttpSays200() {
        JsonObject response = probe(KEY).call("cdi", "auth/logIn", "example@aurpay.com", "wrong");

        assertThat(response.getString("exception")).isEqualTo("AurpayException");
        assertThat(response.getInt("code")).isEqualTo(404);
        assertThat(response.getInt("httpStatus")).isEqualTo(200);
        assertThat(response.getString("message")).contains("Invalid password or username");
        assertThat(response.getString("traceId")).matches("[0-9a-f]{8}");
    }

    /** Sorts the parameters of the query, whose order is that of the REST client. */
    private static String sorted(String request) {
        String[] parts = request.split("\\?", 2);
        return parts.length == 1
                ? request
                : parts[0] + Stream.of(parts[1].split("&")).sorted().toList();
    }

    private static void assumeTakesJsonOf(String mode) {
        assumeFalse(
                (mode.equals(OWN_JSONB) || mode.equals(OWN_JACKSON)) && !Server.takesClasses(),
                "the classes of the application were chosen by the build, without a Jsonb of its own");
    }

    private static void assertAuthentication(String mode, String call, ReceivedRequest request) {
        boolean lightning = call.startsWith("lightning/");
        Keys keys = sandbox(mode).keys();
        if (call.startsWith("auth/")) {
            assertThat(request.headers()).doesNotContainKeys("Api-key", "Api-token", "Signature");
        } else if (mode.equals(KEY)) {
            assertThat(request.header("API-Key")).isEqualTo(lightning ? keys.lightningApiKey() : keys.apiKey());
            assertThat(request.headers()).doesNotContainKeys("Api-token", "Signature");
        } else {
            assertThat(request.header("API-Token")).isEqualTo(lightning ? keys.lightningApiToken() : keys.apiToken());
            assertThat(request.header("Algorithm")).isEqualTo(mode.equals(SHA3) ? "HMAC-SHA3_256" : "HMAC-SHA256");
            assertThat(request.header("Date")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    private static Sandbox sandbox(String mode) {
        return switch (mode) {
            case DECODING -> DECODER;
            case OTHER_READINGS -> OTHER;
            default -> SANDBOX;
        };
    }

    /** All applications are on one server, each at its own context root. */
    private Probe probe(String mode) {
        return new Probe(base.resolve("/" + mode + "/"));
    }
}
