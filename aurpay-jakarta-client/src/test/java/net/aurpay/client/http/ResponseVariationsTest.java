package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.aurpay.client.AurpayException;
import net.aurpay.client.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that no response is misread, however odd the response is: either each field is what {@link ResponseOracle}
 * says, or the call ends in an {@link AurpayException} that names the field.
 *
 * <p>To try more variations, run with {@code -Daurpay.variations=1000000 -Daurpay.seed=7}.
 */
@Timeout(600) // If a JSON parser hangs, that is a finding, too.
class ResponseVariationsTest {
    private static final int COUNT = Integer.getInteger("aurpay.variations", 12_000);
    private static final long SEED = Long.getLong("aurpay.seed", 20240806);

    static List<JsonObject> findings() {
        return TestData.rows("response-findings.json", "findings");
    }

    @Test
    void readsVariationsOfRecordedResponsesCorrectlyOrNotAtAll() {
        List<RecordedResponse> recorded = RecordedResponse.succeeded();
        Random random = new Random(SEED);
        int correct = 0;
        for (int i = 0; i < COUNT; i++) {
            RecordedResponse response = recorded.get(random.nextInt(recorded.size()));
            ResponseVariation variation = ResponseVariation.of(response, random);
            correct += check(variation) ? 1 : 0;
        }
        // If nearly all variations were read, or nearly all rejected, the test would prove little.
        assertThat(correct).isBetween(COUNT / 4, COUNT * 3 / 4);
    }

    @Test
    void survivesAnyByteChangedAnywhere() {
        List<RecordedResponse> recorded = RecordedResponse.all();
        Random random = new Random(SEED);
        for (int i = 0; i < COUNT; i++) {
            RecordedResponse response = recorded.get(random.nextInt(recorded.size()));
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(3); change >= 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            survives(new Received(response.method(), 200, "application/json", body));
        }
    }

    @Test
    void survivesATruncationAtEveryByte() {
        for (RecordedResponse response : RecordedResponse.succeeded()) {
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < body.length; length += 1 + body.length / 300) {
                Received cut = new Received(response.method(), 200, "application/json", Arrays.copyOf(body, length));
                assertThat(survives(cut)).as(response + " cut to " + length).isFalse();
            }
        }
    }

    /**
     * Each row is a response that the other tests or a review found. Each row has a body and either the value or the
     * exception's message.
     */
    @ParameterizedTest
    @MethodSource("findings")
    void readsResponsesThatOnceWentWrong(JsonObject finding) throws ReflectiveOperationException {
        Method method = RecordedResponse.method(
                Class.forName("net.aurpay.client." + finding.getString("client")), finding.getString("method"));
        byte[] body = finding.containsKey("hex")
                ? HexFormat.of().parseHex(finding.getString("hex"))
                : TestData.repeated(finding.getString("body")).getBytes(StandardCharsets.UTF_8);
        String result;
        try {
            result = "value " + new Received(method, 200, "application/json", body).result();
        } catch (AurpayException e) {
            result = "exception " + e.getMessage();
        }
        assertThat(result).startsWith(finding.getString("outcome")).contains(finding.getString("contains"));
    }

    private static boolean check(ResponseVariation variation) {
        Object read;
        try {
            read = Received.json(variation.method(), variation.body()).result();
        } catch (AurpayException e) {
            if (variation.mustPass()) {
                fail("rejected %s%n%s", variation, e.getMessage());
            }
            assertThat(e.getMessage())
                    .as(variation.toString())
                    .contains(variation.mustName())
                    .hasSizeLessThan(700);
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("escaped: " + variation, e);
        }
        if (!variation.mayPass()) {
            fail("read %s%nas %s", variation, read);
        }
        variation.assertRead(read);
        return true;
    }

    private static boolean survives(Received received) {
        try {
            assertThat(received.result()).isNotNull();
            return true;
        } catch (AurpayException e) {
            assertThat(e.getMessage()).hasSizeLessThan(700);
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("escaped: " + HexFormat.of().formatHex(received.body()), e);
        }
    }
}
