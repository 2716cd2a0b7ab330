package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.TestData;
import net.aurpay.client.json.JsonBinding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every recorded value with the value that the client reads. */
class RecordedResponsesTest {
    static List<RecordedResponse> succeeded() {
        return RecordedResponse.succeeded();
    }

    static List<RecordedResponse> failed() {
        return RecordedResponse.all().stream()
                .filter(response -> !succeeded().contains(response))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("succeeded")
    void readsEveryFieldOfARecordedResponse(RecordedResponse response) throws ReflectiveOperationException {
        JsonValue data = parse(response.body()).get("data");
        assertSame(
                "data", data, Received.json(response.method(), response.body()).result());
    }

    @ParameterizedTest
    @MethodSource("failed")
    void throwsTheCodeMessageAndTraceIdOfARecordedError(RecordedResponse response) {
        JsonObject recorded = parse(response.body());
        AurpayException thrown =
                catchThrowableOfType(AurpayException.class, () -> Received.json(response.method(), response.body())
                        .result());
        assertThat(thrown).isExactlyInstanceOf(AurpayException.class);
        assertThat(thrown.code()).isEqualTo(recorded.getInt("code"));
        assertThat(thrown).hasMessageContaining(recorded.getString("message"));
        assertThat(thrown.traceId()).isEqualTo(recorded.getString("trace_id", "A1B2C3D4"));
        assertThat(thrown.httpStatus()).isEqualTo(200);
        assertThat(thrown.outcomeUnknown()).isFalse();
    }

    @Test
    void findsAResponseToEveryRecordedOperation() {
        Set<String> operations = RecordedResponse.all().stream()
                .map(response -> response.method().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(operations)
                .containsExactlyInAnyOrder(
                        "apiKey",
                        "balance",
                        "createOrder",
                        "createPayment",
                        "createPaymentUrl",
                        "cryptoCurrencies",
                        "fiatCurrencies",
                        "logIn",
                        "order",
                        "orders",
                        "refund",
                        "refundInfo",
                        "selfCustodyBalances",
                        "transactions",
                        "withdraw");
        assertThat(failed()).hasSize(4);
    }

    @Test
    void readsTheOrderOfACallback() throws ReflectiveOperationException {
        JsonObject order = TestData.json("callback-order.json");
        assertThat(order).hasSize(26);
        assertSame("order", order, JsonBinding.get().read(Order.class, order));
    }

    private static void assertSame(String path, @Nullable JsonValue recorded, @Nullable Object read)
            throws ReflectiveOperationException {
        if (recorded instanceof JsonObject object) {
            assertSameRecord(path, object, (Record) Objects.requireNonNull(read, path));
        } else if (recorded instanceof JsonArray array) {
            List<?> list = (List<?>) Objects.requireNonNull(read, path);
            assertThat(list).as(path).hasSize(array.size());
            for (int i = 0; i < array.size(); i++) {
                assertSame(path + "[" + i + "]", array.get(i), list.get(i));
            }
        } else {
            assertThat(String.valueOf(read)).as(path).isEqualTo(text(recorded, read));
        }
    }

    private static void assertSameRecord(String path, JsonObject recorded, Record read)
            throws ReflectiveOperationException {
        for (Map.Entry<String, JsonValue> field : recorded.entrySet()) {
            RecordComponent component = Components.named(read.getClass(), field.getKey());
            assertSame(
                    path + "." + field.getKey(),
                    field.getValue(),
                    component.getAccessor().invoke(read));
        }
    }

    /** How a recorded value prints after it has been converted to the type that was read. */
    private static String text(@Nullable JsonValue recorded, @Nullable Object read) {
        if (recorded instanceof JsonNumber number) {
            return number.toString();
        } else if (recorded instanceof JsonString string) {
            String text = string.getString();
            if (read instanceof Instant) {
                return text + "Z";
            } else if (read instanceof BigDecimal) {
                return new BigDecimal(text).toString();
            } else if (read instanceof URI) {
                return text;
            }
            return text.isEmpty() && read == null ? "null" : text;
        }
        // The value false stands for an address that does not exist.
        return recorded == JsonValue.FALSE && !(read instanceof Boolean) ? "null" : String.valueOf(recorded);
    }

    private static JsonObject parse(String body) {
        return Json.createReader(new StringReader(body)).readObject();
    }
}
