package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.Headers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatekeeperTest {
    /** The client's own test vectors: the sandbox must accept what the client signs. */
    private static final Path VECTORS =
            Path.of("../../aurpay-jakarta-client/src/test/resources/net/aurpay/client/signature-vectors.json");

    static List<JsonObject> vectors() throws IOException {
        try (Reader file = Files.newBufferedReader(VECTORS);
                JsonReader reader = Json.createReader(file)) {
            return reader.readObject().getJsonArray("requests").getValuesAs(JsonObject.class);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void admitsWhatTheOfficialScriptSigned(JsonObject vector) {
        assertThat(gatekeeper(vector, VerificationRules.DOCUMENTED)
                        .admit(request(vector, vector.getString("body"), vector.getString("signature")))
                        .userId())
                .isEqualTo("merchant");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void admitsDecodedTargetIfRulesDecodeIt(JsonObject vector) {
        VerificationRules decoding = new VerificationRules(false, false, true);

        assertThat(gatekeeper(vector, decoding)
                        .admit(request(vector, vector.getString("body"), vector.getString("signature"))))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rejectsWrongSignatureAndShowsWhatItWouldHaveSigned(JsonObject vector) {
        String signature = "A" + vector.getString("signature").substring(1);

        assertThatExceptionOfType(ApiError.class)
                .isThrownBy(() -> gatekeeper(vector, VerificationRules.DOCUMENTED)
                        .admit(request(vector, vector.getString("body"), signature)))
                .satisfies(error -> assertThat(new String(error.response().body(), StandardCharsets.UTF_8))
                        .contains("\"code\":401", vector.getString("signatureOrigin"))
                        .doesNotContain(vector.getString("signature"), vector.getString("secretKey")));
    }

    @Test
    void rejectsABodyThatWasNotSigned() throws IOException {
        JsonObject vector = vectors().get(2);

        assertThatExceptionOfType(ApiError.class).isThrownBy(() -> gatekeeper(vector, VerificationRules.DOCUMENTED)
                .admit(request(vector, vector.getString("body").replace("10", "11"), vector.getString("signature"))));
    }

    @Test
    void rejectsADateSixMinutesOld() throws IOException {
        JsonObject vector = vectors().get(0);
        Clock later = Clock.fixed(Instant.parse(vector.getString("date")).plusSeconds(360), ZoneOffset.UTC);
        Gatekeeper gatekeeper = new Gatekeeper(List.of(keys(vector)), VerificationRules.DOCUMENTED, later);

        assertThatExceptionOfType(ApiError.class)
                .isThrownBy(() -> gatekeeper.admit(request(vector, "", vector.getString("signature"))))
                .withMessageContaining("Date");
    }

    @Test
    void acceptsOnlyLightningKeysOnLightningPaths() {
        Keys keys = Keys.random("merchant");
        Gatekeeper gatekeeper = new Gatekeeper(List.of(keys), VerificationRules.DOCUMENTED, Clock.systemUTC());
        Headers headers = new Headers();
        headers.set("API-Key", keys.apiKey());
        ReceivedRequest request = new ReceivedRequest("GET", "/api/bln/balance", headers, new byte[0], 1);

        assertThatExceptionOfType(ApiError.class)
                .isThrownBy(() -> gatekeeper.admit(request))
                .withMessageContaining("API-Key");
    }

    private static Gatekeeper gatekeeper(JsonObject vector, VerificationRules rules) {
        Clock then = Clock.fixed(Instant.parse(vector.getString("date")), ZoneOffset.UTC);
        return new Gatekeeper(List.of(keys(vector)), rules, then);
    }

    private static Keys keys(JsonObject vector) {
        String token = vector.getString("apiToken");
        String secret = vector.getString("secretKey");
        return new Keys("merchant", "key", token, secret, "t", "s", "lightning", token, secret);
    }

    private static ReceivedRequest request(JsonObject vector, String body, String signature) {
        Headers headers = new Headers();
        headers.set("API-Token", vector.getString("apiToken"));
        headers.set("Algorithm", vector.getString("algorithm"));
        headers.set("Date", vector.getString("date"));
        headers.set("Body-MD5", vector.getString("bodyMd5"));
        headers.set("Signature", signature);
        return new ReceivedRequest(
                vector.getString("method"),
                vector.getString("requestTarget"),
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                1);
    }
}
