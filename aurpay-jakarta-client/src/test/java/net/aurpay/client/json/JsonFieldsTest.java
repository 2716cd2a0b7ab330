package net.aurpay.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.aurpay.client.OrderStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    private static final int MAX_DIGITS = 100;
    private static final int MAX_NUMBER_LENGTH = 1000;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "null")
    void valueThatIsAbsentOrNullIsNull(@Nullable String json) {
        JsonValue value = json == null ? null : parse(json);
        assertThat(JsonFields.string(value)).isNull();
        assertThat(JsonFields.stringOrFalse(value)).isNull();
        assertThat(JsonFields.bool(value)).isNull();
        assertThat(JsonFields.decimal(value)).isNull();
        assertThat(JsonFields.integer(value)).isNull();
        assertThat(JsonFields.time(value)).isNull();
        assertThat(JsonFields.link(value)).isNull();
    }

    @Test
    void readsTextsAndBooleansAndLinks() {
        assertThat(JsonFields.string(parse("\"a\""))).isEqualTo("a");
        assertThat(JsonFields.string(parse("\"\""))).isEmpty();
        assertThat(JsonFields.bool(JsonValue.TRUE)).isTrue();
        assertThat(JsonFields.bool(JsonValue.FALSE)).isFalse();
        assertThat(JsonFields.link(parse("\"https://example.com/a\""))).isEqualTo(URI.create("https://example.com/a"));
    }

    @Test
    void falseAndAnEmptyTextAreNoText() {
        assertThat(JsonFields.stringOrFalse(parse("\"a\""))).isEqualTo("a");
        assertThat(JsonFields.stringOrFalse(parse("\"\""))).isNull();
        assertThat(JsonFields.stringOrFalse(JsonValue.FALSE)).isNull();
        assertThatExceptionOfType(UnexpectedFieldException.class)
                .isThrownBy(() -> JsonFields.stringOrFalse(JsonValue.TRUE));
    }

    @Test
    void readsNumbersUpToTheirBounds() {
        String digits = "9".repeat(MAX_DIGITS);
        assertThat(JsonFields.decimal(parse(digits))).isEqualTo(new BigDecimal(digits));
        assertThat(JsonFields.decimal(parse('"' + "0".repeat(MAX_NUMBER_LENGTH - 1) + "1\"")))
                .isEqualTo(BigDecimal.ONE);
    }

    @Test
    void rejectsNumbersBeyondTheirBounds() {
        String half = "1".repeat(MAX_DIGITS / 2);
        assertThatExceptionOfType(UnexpectedFieldException.class)
                .isThrownBy(() -> JsonFields.decimal(parse(half + "1." + half)))
                .withMessageContaining("at most 100 digits");
        assertThatExceptionOfType(UnexpectedFieldException.class)
                .isThrownBy(() -> JsonFields.decimal(parse('"' + "0".repeat(MAX_NUMBER_LENGTH) + "1\"")))
                .withMessageContaining("must be a number, was a string");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-08-06T07:19:26, 2024-08-06T07:19:26Z",
        "2024-08-06T07:19:26.123456789, 2024-08-06T07:19:26.123456789Z",
        "2024-08-06T07:19:26Z, 2024-08-06T07:19:26Z",
        "2024-08-06T07:19:26.5+02:00, 2024-08-06T05:19:26.5Z",
        "2024-08-06T07:19, 2024-08-06T07:19:00Z"
    })
    void readsTimesToTheirLastDigit(String text, Instant time) {
        assertThat(JsonFields.time(parse('"' + text + '"'))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-08-06T07:19:26x",
                "2024-08-06T07:19:26.5+02:00x",
                "2024-02-31T00:00:00",
                "2024-08-06T24:00:00",
                "2024-08-06",
                "",
                "now"
            })
    void rejectsWhatIsNoTime(String text) {
        assertThatExceptionOfType(UnexpectedFieldException.class)
                .isThrownBy(() -> JsonFields.time(parse('"' + text + '"')))
                .withMessageContaining("must be a time like 2024-08-06T07:19:26, was a string");
    }

    @Test
    void readsTheTimesThatAStrictFormatterReadsAndNoOthers() {
        DateTimeFormatter strict = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
        String characters = "0123456789".repeat(4) + ":-+T. \u0663";
        Random random = new Random(1);
        int times = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("2024-02-28T23:59:00");
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), characters.charAt(random.nextInt(characters.length())));
            }
            Optional<Instant> expected =
                    instant(() -> LocalDateTime.parse(text, strict).toInstant(ZoneOffset.UTC));
            assertThat(instant(() -> JsonFields.time(Json.createValue(text.toString()))))
                    .as(text.toString())
                    .isEqualTo(expected);
            times += expected.isPresent() ? 1 : 0;
        }
        assertThat(times).isBetween(8_000, 18_000);
    }

    private static Optional<Instant> instant(Supplier<@Nullable Instant> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (DateTimeParseException | UnexpectedFieldException e) {
            return Optional.empty();
        }
    }

    @Test
    void openEnumIsAWord() {
        OrderStatus.Adapter adapter = new OrderStatus.Adapter();
        assertThat(adapter.adaptFromJson(parse("\"NEW_WORD\""))).isEqualTo(new OrderStatus("NEW_WORD"));
        assertThat(adapter.adaptFromJson(JsonValue.NULL)).isNull();
        assertThatExceptionOfType(UnexpectedFieldException.class)
                .isThrownBy(() -> adapter.adaptFromJson(parse("\" \"")))
                .withMessageContaining("must be a word, was a string");
    }

    private static JsonValue parse(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }
}
