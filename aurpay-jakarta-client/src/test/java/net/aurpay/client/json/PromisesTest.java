package net.aurpay.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.aurpay.client.TestData;
import net.aurpay.client.http.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks what this library promises beyond JSON-B. Each row also says what JSON-B alone does with the same text, so
 * that a row whose promise JSON-B comes to keep by itself is noticed. The rows are explained in {@code docs/json.md}.
 */
class PromisesTest {
    private static final Jsonb PLAIN = JsonbBuilder.create();

    public enum Kind {
        FIRST
    }

    public record Inner(@Nullable String text, @Nullable Kind kind) {}

    public record Root(
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Integer whole,
            @Nullable Long large,
            @Nullable BigDecimal amount,
            @Nullable Instant time,
            @Nullable List<String> texts) {}

    public record Amount(BigDecimal amount) {}

    /** A class that is no record, with a field and a property. */
    public static final class Bean {
        public int count;
        private @Nullable Inner inner;

        public @Nullable Inner getInner() {
            return inner;
        }

        public void setInner(Inner inner) {
            this.inner = inner;
        }

        @Override
        public String toString() {
            return "count=" + count + ", inner=" + inner;
        }
    }

    public static final class Envelope {
        public int code;
    }

    /** Has a field of the type of a list, because there is no literal for such a type. */
    private static final class Types {
        @SuppressWarnings("unused") // read by reflection
        private final List<Inner> list = new ArrayList<>();
    }

    static List<JsonObject> rejected() {
        return TestData.rows("json-promises.json", "rejected");
    }

    static List<JsonObject> bodies() {
        return TestData.rows("json-promises.json", "bodies");
    }

    static List<JsonObject> read() {
        return TestData.rows("json-promises.json", "read");
    }

    static List<JsonObject> written() {
        return TestData.rows("json-promises.json", "written");
    }

    @AfterAll
    static void close() throws Exception {
        PLAIN.close();
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsWhatJsonBAloneMisreads(JsonObject row) throws ReflectiveOperationException {
        Type type = type(row);
        String data = row.getString("data");

        assertThatThrownBy(() -> JsonBinding.get().read(type, "data", parse(data)))
                .isInstanceOf(UnexpectedFieldException.class)
                .hasMessageStartingWith(row.getString("message"));

        assertPlain(row, type, data);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void rejectsBodiesThatJsonBAloneReads(JsonObject row) {
        String body = TestData.repeated(row.getString("body"));
        ApiResponse response = new ApiResponse(
                200,
                TestData.headers("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                false,
                false,
                List::of,
                null);

        assertThat(response.envelope()).isNull();

        assertThat(PLAIN.fromJson(body, Envelope.class).code).hasToString(row.getString("plain"));
    }

    @ParameterizedTest
    @MethodSource("read")
    void readsWhatTheApiSends(JsonObject row) throws ReflectiveOperationException {
        Type type = type(row);
        String data = row.getString("data");

        assertThat(String.valueOf(JsonBinding.get().read(type, "data", parse(data))))
                .contains(row.getString("read"));

        assertPlain(row, type, data);
    }

    @ParameterizedTest
    @MethodSource("written")
    void writesMoneyAsItIs(JsonObject row) {
        Amount amount = new Amount(new BigDecimal(row.getString("amount")));

        assertThat(new String(JsonBinding.get().write(amount), StandardCharsets.UTF_8))
                .isEqualTo(row.getString("written"));

        assertThat(PLAIN.toJson(amount)).isEqualTo(row.getString("plain"));
    }

    @Test
    void listsCannotBeChanged() throws ReflectiveOperationException {
        List<?> list = (List<?>) Objects.requireNonNull(
                JsonBinding.get().read(Types.class.getDeclaredField("list").getGenericType(), "data", parse("[{}]")));

        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void exceptionDoesNotRepeatAValue() {
        assertThatThrownBy(() -> JsonBinding.get().read(Inner.class, "data", parse("{\"kind\":\"a-secret\"}")))
                .message()
                .doesNotContain("secret");
    }

    private static void assertPlain(JsonObject row, Type type, String data) {
        if (row.containsKey("plainMessage")) {
            assertThatThrownBy(() -> PLAIN.fromJson(data, type))
                    .isInstanceOf(JsonbException.class)
                    .hasMessageContaining(row.getString("plainMessage"));
        } else {
            Object plain = PLAIN.fromJson(data, type);
            assertThat(String.valueOf(plain)).contains(row.getString("plain", ""));
        }
    }

    private static Type type(JsonObject row) throws ReflectiveOperationException {
        return switch (row.getString("type")) {
            case "root" -> Root.class;
            case "bean" -> Bean.class;
            case "list" -> Types.class.getDeclaredField("list").getGenericType();
            default -> throw new IllegalArgumentException(row.toString());
        };
    }

    private static JsonValue parse(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }
}
