package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.aurpay.client.Algorithm;
import net.aurpay.client.Credentials;
import net.aurpay.client.TestData;
import net.aurpay.client.shared.HardwareProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureOriginTest {
    static Stream<JsonObject> vectors() {
        return Stream.of("signature-vectors.json", "signature-vectors-open-points.json")
                .flatMap(file -> TestData.rows(file, "requests").stream());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsLikeTheOfficialScriptAndTheReference(JsonObject vector) {
        SigningRules rules = new SigningRules(
                vector.getString("bodyMd5Case", "lower").equals("upper"),
                vector.getString("emptyBody", "md5").equals("omit"));
        Algorithm algorithm = Algorithm.of(vector.getString("algorithm"));
        Credentials credentials =
                Credentials.signature("T", vector.getString("secretKey")).withAlgorithm(algorithm);
        String method = vector.getString("method");
        byte[] body = vector.getString("body").getBytes(StandardCharsets.UTF_8);
        SignatureOrigin origin = new SignatureOrigin(
                algorithm,
                vector.getString("date"),
                method,
                vector.getString("requestTarget"),
                rules.bodyMd5(method, body));
        assertThat(List.of(origin.bodyMd5(), origin.text(), credentials.sign(origin.text())))
                .containsExactly(
                        vector.getString("bodyMd5"),
                        vector.getString("signatureOrigin"),
                        vector.getString("signature"));
    }

    @Test
    void hasAVectorForEveryAlgorithmAndEveryReadingOfTheOpenPoints() {
        assertThat(vectors()
                        .map(vector -> vector.getString("algorithm")
                                + vector.getString("bodyMd5Case", "lower")
                                + vector.getString("emptyBody", "md5"))
                        .distinct())
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-17T00:00:00Z, 2024-06-17T00:00:00.000Z",
        "2024-06-17T23:59:59.100Z, 2024-06-17T23:59:59.100Z",
        "2024-06-17T23:59:59.999999999Z, 2024-06-17T23:59:59.999Z"
    })
    void alwaysWritesMilliseconds(Instant now, String date) {
        assertThat(SignatureOrigin.date(now)).isEqualTo(date);
    }

    @Test
    void signsWithAProviderWhoseMacsCannotBeCloned() {
        try (HardwareProvider hardware = HardwareProvider.install()) {
            Credentials credentials = Credentials.signature("T", "S");
            for (String text : List.of("a", "b", "a")) {
                assertThat(credentials.sign(text))
                        .as(hardware.getName())
                        .isEqualTo(Reference.hmac("HMAC-SHA256", "S", text));
            }
        }
    }
}
