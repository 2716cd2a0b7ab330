package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.aurpay.client.AurpayException;
import net.aurpay.client.TestData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks what a failed response says about the effect of a write, for every code under every HTTP status. */
class OutcomeTest {
    private static final List<Integer> STATUSES =
            List.of(200, 201, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504, 600);

    /** The envelope of a response with one of these statuses is not read. */
    private static final List<Integer> REDIRECTS = List.of(300, 301, 302, 303, 307, 308);

    /** Each line of the table has codes, what they say about the outcome, and whether the call may succeed later. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
    void writeIsRejectedOnlyIfCodeAndStatusSaySo(String codes, String outcome, boolean later) {
        for (String code : codes.split(" ", -1)) {
            for (int status : STATUSES) {
                boolean rejects = status < 300 || (status >= 400 && status < 500 && status != 408);
                FailureDetails failure = failure(status, "{\"code\":" + code + ",\"message\":\"m\",\"result\":false}");

                assertThat(failure.outcomeUnknown())
                        .as("code %s under HTTP %s", code, status)
                        .isEqualTo(!(outcome.equals("rejected") && rejects));
                assertThat(failure.unavailable())
                        .as("code %s under HTTP %s", code, status)
                        .isEqualTo(later || isTemporary(status));
                assertThat(failure.code()).isEqualTo(Integer.parseInt(code));
            }
        }
    }

    static Stream<Arguments> bodiesWithoutACode() {
        return Stream.of(
                        "",
                        "<html></html>",
                        "{\"detail\":\"x\"}",
                        "{\"code\":\"WORD\",\"msg\":\"x\"}",
                        "{\"code\":null}")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("bodiesWithoutACode")
    void withoutACodeTheStatusDecides(String body) {
        for (int status : Stream.of(STATUSES, REDIRECTS).flatMap(List::stream).toList()) {
            FailureDetails failure = failure(status, body);

            assertThat(failure.outcomeUnknown())
                    .as("HTTP %s", status)
                    .isEqualTo(!Arrays.asList(400, 401, 403, 404, 409, 422, 429).contains(status));
            assertThat(failure.code()).isEqualTo(AurpayException.NO_CODE);
        }
    }

    private static boolean isTemporary(int status) {
        return List.of(408, 429, 500, 502, 503, 504).contains(status);
    }

    private static FailureDetails failure(int status, String body) {
        MultivaluedHashMap<String, String> headers = TestData.headers("Content-Type", "application/json");
        ApiResponse response =
                new ApiResponse(status, headers, body.getBytes(StandardCharsets.UTF_8), false, false, List::of, null);
        return Objects.requireNonNull(response.failure(response.envelope(), Effect.ORDER_OR_MONEY));
    }
}
