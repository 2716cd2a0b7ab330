package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {
    static List<JsonObject> failures() {
        return TestData.rows("answer-failures.json", "rows");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatCameAndWhetherItMayHaveTakenEffect(JsonObject row) {
        for (boolean write : new boolean[] {true, false}) {
            AurpayException thrown =
                    Failure.fromJson(failure(answer(row), write).toJson()).exception(null);
            assertThat(thrown)
                    .isExactlyInstanceOf(
                            row.getBoolean("unavailable") ? AurpayUnavailableException.class : AurpayException.class);
            assertThat(thrown.code()).isEqualTo(row.getInt("code"));
            assertThat(thrown.httpStatus()).isEqualTo(row.getInt("status"));
            assertThat(thrown.outcomeUnknown()).isEqualTo(write && row.getBoolean("unknownForWrite"));
            String message = String.valueOf(thrown.getMessage());
            assertThat(message)
                    .contains(row.getJsonArray("contains").getValuesAs(JsonString::getString))
                    .doesNotContain("hush", "wc4=", "UCCo8", "r_XA", "sent-token-of-mine")
                    .hasSizeLessThan(700);
            assertThat(message.chars()).allMatch(c -> c >= ' ' && c != 0x2028 && c != 0x202e && c != 0x85);
            assertThat(message.contains("look it up before calling again")).isEqualTo(thrown.outcomeUnknown());
        }
    }

    @Test
    void takesTheTraceIdOfTheEnvelopeAndElseThatOfTheHeader() {
        assertThat(failure("{\"code\":404,\"trace_id\":\"2638f349cb5944aea99b6817fdaa8c65\"}")
                        .traceId())
                .isEqualTo("2638f349cb5944aea99b6817fdaa8c65");
        assertThat(failure("{\"code\":404,\"trace_id\":7}").traceId()).isEqualTo("A1B2C3D4");
        assertThat(failure("no JSON").traceId()).isEqualTo("A1B2C3D4");
    }

    @Test
    void findsNothingWrongWithCodeZero() {
        for (int status : new int[] {200, 201}) {
            Answer good = new Answer(
                    status,
                    TestData.headers("Content-Type", "Application/JSON ; charset=UTF-8"),
                    "{\"code\":0,\"data\":1}".getBytes(StandardCharsets.UTF_8),
                    false,
                    false,
                    List.of(),
                    null);
            assertThat(good.failure(good.envelope(), true)).isNull();
        }
    }

    private static Failure failure(String body) {
        MultivaluedHashMap<String, String> headers = TestData.headers("a-trace-id", "A1B2C3D4");
        headers.putSingle("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return failure(new Answer(200, headers, bytes, false, false, List.of(), null), false);
    }

    private static Failure failure(Answer answer, boolean write) {
        return Objects.requireNonNull(answer.failure(answer.envelope(), write));
    }

    private static Answer answer(JsonObject row) {
        MultivaluedHashMap<String, String> headers = TestData.headers("a-trace-id", "A1B2C3D4");
        Map.of("contentType", "Content-Type", "contentEncoding", "Content-Encoding", "location", "Location")
                .forEach((key, header) -> {
                    if (row.containsKey(key)) {
                        headers.putSingle(header, row.getString(key));
                    }
                });
        String extent = row.getString("extent", "WHOLE");
        return new Answer(
                row.getInt("status"),
                headers,
                TestData.repeated(row.getString("body")).getBytes(StandardCharsets.UTF_8),
                extent.equals("CUT_OFF"),
                extent.equals("TOO_LARGE"),
                List.of("sent-token-of-mine"),
                null);
    }
}
