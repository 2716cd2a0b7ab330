package net.aurpay.webhook.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks signatures against vectors that an independent implementation computed. */
class CallbackVectorsTest {
    static Stream<JsonObject> vectors() {
        return Json.createReader(new StringReader(Sample.resource("callback-vectors.json")))
                .readArray()
                .getValuesAs(JsonObject.class)
                .stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsLikeTheVector(JsonObject vector) {
        byte[] origin = CallbackMac.origin(vector.getString("date"), vector.getString("callbackUrl"));

        assertThat(origin).asString(StandardCharsets.UTF_8).isEqualTo(vector.getString("signatureOrigin"));
        assertThat(new CallbackMac(vector.getString("callbackSecret")).sign(origin))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(vector.getString("signature"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsTheVector(JsonObject vector) throws CallbackRejectedException {
        CallbackVerifier verifier = CallbackVerifier.builder()
                .url(vector.getString("callbackUrl"))
                .secret(vector.getString("callbackSecret"))
                .require(Set.of(AuthenticationFactor.SIGNATURE))
                .clock(InstantSource.fixed(Instant.parse("2024-06-17T00:00:01Z")))
                .build();

        VerifiedCallback callback = verifier.verify(
                "", Sample.lists(Map.of("Date", vector.getString("date"), "Signature", vector.getString("signature"))));

        assertThat(callback.url()).isEqualTo(vector.getString("callbackUrl"));
        assertThat(callback.date()).isBetween("2024-06-17T00:00:00Z", "2024-06-17T00:00:00.123Z");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signedCallbackSignsLikeTheVector(JsonObject vector) {
        SignedCallback callback = SignedCallback.of(URI.create(vector.getString("callbackUrl")))
                .signedWith(vector.getString("callbackSecret"))
                .withDate(vector.getString("date"));

        assertThat(callback.headers()).containsEntry("Signature", vector.getString("signature"));
    }
}
