package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.TestData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApiResponseTest {
    static List<JsonObject> failures() {
        return TestData.rows("response-failures.json", "rows");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void describesTheResponseAndWhetherTheCallMayHaveTakenEffect(JsonObject row) {
        for (Effect effect : Effect.values()) {
            AurpayException thrown = FailureDetails.fromJson(
                            failure(response(row), effect).toJson())
                    .exception(null);
            assertThat(thrown)
                    .isExactlyInstanceOf(
                            row.getBoolean("unavailable") ? AurpayUnavailableException.class : AurpayException.class);
            assertThat(thrown.code()).isEqualTo(row.getInt("code", AurpayException.NO_CODE));
            assertThat(thrown.httpStatus()).isEqualTo(row.getInt("status"));
            assertThat(thrown.outcomeUnknown()).isEqualTo(effect != Effect.NONE && row.getBoolean("unknownForWrite"));
            String message = String.valueOf(thrown.getMessage());
            assertThat(message)
                    .contains(row.getJsonArray("contains").getValuesAs(JsonString::getString))
                    .doesNotContain("hush", "wc4=", "UCCo8", "r_XA", "sent-token-of-mine")
                    .hasSizeLessThan(700);
            assertThat(message.chars()).allMatch(c -> c >= ' ' && c != 0x2028 && c != 0x202e && c != 0x85);
            assertThat(message.contains("it may have taken effect")).isEqualTo(thrown.outcomeUnknown());
        }
    }

    @Test
    void takesTheTraceIdFromTheEnvelopeOrElseFromTheHeader() {
        assertThat(failure("{\"code\":404,\"trace_id\":\"2638f349cb5944aea99b6817fdaa8c65\"}")
                        .traceId())
                .isEqualTo("2638f349cb5944aea99b6817fdaa8c65");
        assertThat(failure("{\"code\":404,\"trace_id\":7}").traceId()).isEqualTo("A1B2C3D4");
        assertThat(failure("no JSON").traceId()).isEqualTo("A1B2C3D4");
    }

    /** The documentation does not say which code, status or field a response has if Aurpay rejects a signature. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'code':401,'message':'no'}",
                "200 | {'code':403,'message':'no'}",
                "401 | <html>no</html>",
                "403 | {'code':7,'message':'no'}",
                "200 | {'code':40001,'message':'Invalid Signature'}",
                "422 | {'detail':[{'loc':['header','Signature']}]}"
            })
    void showsTheSignedTextIfTheSignatureMayHaveBeenRejected(int status, String body) {
        String signed = "HMAC-SHA256 | 2024-06-17T00:00:00.000Z | GET /api/v2/tx";
        assertThat(rejection(status, body.replace('\'', '"'), signed))
                .contains("the client signed <" + signed + ">, the response was <");
        assertThat(rejection(200, "{\"code\":40005,\"message\":\"no\"}", signed))
                .doesNotContain(signed);
        assertThat(rejection(status, body, null)).doesNotContain("the client signed");
    }

    @Test
    void showsARejectionTruncatedAndWithoutSecrets() {
        String token = "7c9e6679-7425-40de-944b-e07fc1f90ae7-7c9e6679";
        String mac = "uPLM4FCWzD+JPxvQHMZGtU1e7Wsl8BhDVM3Fq0uYwc4=";
        String body = "{\"code\":401,\"data\":\"sent-token-of-mine " + token + " " + mac + "\",\"more\":\""
                + "x ".repeat(5000) + "\"}";

        assertThat(rejection(200, body, "HMAC-SHA256 | now | GET /"))
                .contains("\"data\":\"*** *** ***\"")
                .hasSizeBetween(1900, 2300);
    }

    private static String rejection(int status, String body, @Nullable String signed) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        MultivaluedHashMap<String, String> headers = TestData.headers("Content-Type", "application/json");
        return failure(
                        new ApiResponse(
                                status, headers, bytes, false, false, () -> List.of("sent-token-of-mine"), signed),
                        Effect.NONE)
                .message();
    }

    @Test
    void codeZeroIsNotAFailure() {
        for (int status : new int[] {200, 201}) {
            ApiResponse good = new ApiResponse(
                    status,
                    TestData.headers("Content-Type", "Application/JSON ; charset=UTF-8"),
                    "{\"code\":0,\"data\":1}".getBytes(StandardCharsets.UTF_8),
                    false,
                    false,
                    List::of,
                    null);
            assertThat(good.failure(good.envelope(), Effect.ORDER_OR_MONEY)).isNull();
        }
    }

    private static FailureDetails failure(String body) {
        MultivaluedHashMap<String, String> headers = TestData.headers("a-trace-id", "A1B2C3D4");
        headers.putSingle("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return failure(new ApiResponse(200, headers, bytes, false, false, List::of, null), Effect.NONE);
    }

    private static FailureDetails failure(ApiResponse response, Effect effect) {
        return Objects.requireNonNull(response.failure(response.envelope(), effect));
    }

    private static ApiResponse response(JsonObject row) {
        MultivaluedHashMap<String, String> headers = TestData.headers("a-trace-id", "A1B2C3D4");
        Map.of("contentType", "Content-Type", "contentEncoding", "Content-Encoding", "location", "Location")
                .forEach((key, header) -> {
                    if (row.containsKey(key)) {
                        headers.putSingle(header, row.getString(key));
                    }
                });
        String extent = row.getString("extent", "WHOLE");
        return new ApiResponse(
                row.getInt("status"),
                headers,
                TestData.repeated(row.getString("body")).getBytes(StandardCharsets.UTF_8),
                extent.equals("CUT_OFF"),
                extent.equals("TOO_LARGE"),
                () -> List.of("sent-token-of-mine"),
                null);
    }

    /** Half a token gives away a part of the secret, and no pattern recognises half a token. */
    @Test
    void showsNoPartOfATokenThatIsTruncated() {
        String token = "Kx7-Lw8/Mv9+Nu0=Pt1";
        for (int before = 2010; before < 2060; before++) {
            byte[] body = ("x".repeat(2) + " y".repeat(before / 2) + "Kx7-Lw8\\/Mv9%2BNu0=Pt1" + " y".repeat(2000))
                    .getBytes(StandardCharsets.UTF_8);
            ApiResponse response = new ApiResponse(
                    401,
                    TestData.headers("Content-Type", "text/plain"),
                    body,
                    false,
                    false,
                    () -> List.of(token),
                    "HMAC-SHA256 | 2026-11-23T10:00:00.000Z | GET /api");

            assertThat(Objects.requireNonNull(response.failure(null, Effect.NONE))
                            .message())
                    .as("after %s characters", before)
                    .doesNotContain("Kx", "Lw8", "Mv9", "Nu0", "Pt1");
        }
    }
}
