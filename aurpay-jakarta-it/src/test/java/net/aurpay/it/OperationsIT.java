package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, in each mode of authentication, from each kind of bean; the sandbox verifies with its own code. */
@ExtendWith(ArquillianExtension.class)
class OperationsIT {
    private static final String SHA256 = "sha256";
    private static final String SHA3 = "sha3";
    private static final String KEY = "key";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    @OperateOnDeployment(SHA256)
    URI sha256;

    @ArquillianResource
    @OperateOnDeployment(SHA3)
    URI sha3;

    @ArquillianResource
    @OperateOnDeployment(KEY)
    URI key;

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

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static Stream<Arguments> operations() {
        try (JsonReader reader =
                Json.createReader(Objects.requireNonNull(OperationsIT.class.getResourceAsStream("operations.json")))) {
            List<JsonObject> operations = reader.readArray().getValuesAs(JsonObject.class);
            return Stream.of(SHA256, SHA3, KEY)
                    .flatMap(mode -> Stream.of("cdi", "ejb").flatMap(bean -> operations.stream()
                            .map(operation -> Arguments.of(mode, bean, operation.getString("call"), operation))));
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("operations")
    void operationSendsEveryFieldAndIsAdmitted(String mode, String bean, String call, JsonObject operation) {
        JsonArray arguments = operation.getJsonArray("arguments");

        JsonObject answer = probe(mode).call(bean, call, arguments.toArray());

        ReceivedRequest request = SANDBOX.journal().last();
        assertThat(request.method() + " " + request.target()).isEqualTo(operation.getString("request"));
        assertThat(request.text()).isEqualTo(operation.getString("body", ""));
        if (operation.containsKey("code")) {
            assertThat(answer.getInt("code")).as(answer.toString()).isEqualTo(operation.getInt("code"));
            assertThat(answer.getBoolean("outcomeUnknown")).isFalse();
        } else {
            assertThat(answer).containsKey("result");
        }
        assertAuthentication(mode, call, request);
    }

    @Test
    void logInLeadsToTheApiKey() {
        JsonObject token = probe(KEY).call("ejb", "auth/logIn", "example@aurpay.com", "example-123456");

        String bearer = token.getJsonObject("result").getString("accessToken");
        JsonObject apiKey = probe(KEY).call("cdi", "auth/apiKey", bearer);

        assertThat(apiKey.getJsonObject("result").getString("apiKey"))
                .isEqualTo(SANDBOX.keys().apiKey());
        assertThat(SANDBOX.journal().last().target()).isEqualTo("/api/plugin/key");
    }

    @Test
    void wrongPasswordIsCode404AlthoughHttpSays200() {
        JsonObject answer = probe(KEY).call("cdi", "auth/logIn", "example@aurpay.com", "wrong");

        assertThat(answer.getString("exception")).isEqualTo("AurpayException");
        assertThat(answer.getInt("code")).isEqualTo(404);
        assertThat(answer.getInt("httpStatus")).isEqualTo(200);
        assertThat(answer.getString("message")).contains("Invalid password or username");
        assertThat(answer.getString("traceId")).matches("[0-9a-f]{8}");
    }

    private static void assertAuthentication(String mode, String call, ReceivedRequest request) {
        boolean lightning = call.startsWith("lightning/");
        if (call.startsWith("auth/")) {
            assertThat(request.headers()).doesNotContainKeys("Api-key", "Api-token", "Signature");
        } else if (mode.equals(KEY)) {
            assertThat(request.header("API-Key"))
                    .isEqualTo(
                            lightning
                                    ? SANDBOX.keys().lightningApiKey()
                                    : SANDBOX.keys().apiKey());
            assertThat(request.headers()).doesNotContainKeys("Api-token", "Signature");
        } else {
            assertThat(request.header("API-Token"))
                    .isEqualTo(
                            lightning
                                    ? SANDBOX.keys().lightningApiToken()
                                    : SANDBOX.keys().apiToken());
            assertThat(request.header("Algorithm")).isEqualTo(mode.equals(SHA3) ? "HMAC-SHA3_256" : "HMAC-SHA256");
            assertThat(request.header("Date")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    private Probe probe(String mode) {
        return new Probe(
                switch (mode) {
                    case SHA256 -> sha256;
                    case SHA3 -> sha3;
                    default -> key;
                });
    }
}
