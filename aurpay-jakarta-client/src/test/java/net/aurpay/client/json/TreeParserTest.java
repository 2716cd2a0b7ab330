package net.aurpay.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the parser with the one that JSON-P itself makes of the same text. */
class TreeParserTest {
    private static final String TEXT = "{\"list\":[1,-2.50,\"x\",true,false,null,{},[[]],{\"deep\":[3]}],"
            + "\"\":{\"large\":9007199254740993,\"exponent\":1E+2},\"name\":\"last\"}";

    static IntStream events() {
        int events = 0;
        for (JsonParser parser = expected(); parser.hasNext(); parser.next()) {
            events++;
        }
        return IntStream.rangeClosed(1, events);
    }

    @ParameterizedTest
    @MethodSource("events")
    void restIsTheSameAfterEachEvent(int events) {
        assertSame(after(events, expected()), after(events, parser()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void restIsTheSameAfterAnObjectOrAnArrayIsSkipped(int events) {
        assertSameAfter(events, Event.START_OBJECT, TreeParserTest::skippedObject);
        assertSameAfter(events, Event.START_ARRAY, TreeParserTest::skippedArray);
    }

    @ParameterizedTest
    @MethodSource("events")
    void restIsTheSameAfterAValueIsTaken(int events) {
        assertSameAfter(events, Event.START_OBJECT, JsonParser::getObject);
        assertSameAfter(events, Event.START_ARRAY, JsonParser::getArray);
        for (Event event : Event.values()) {
            if (event != Event.KEY_NAME && event != Event.END_OBJECT && event != Event.END_ARRAY) {
                assertSameAfter(events, event, JsonParser::getValue);
            }
        }
    }

    @Test
    void hasNoEventBeforeTheFirstAndAfterTheLast() {
        TreeParser parser = parser();
        assertThatIllegalStateException().isThrownBy(parser::currentEvent).withMessageContaining("next()");
        while (parser.hasNext()) {
            parser.next();
        }
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(parser::next);
    }

    @Test
    void onlyANumberHasANumber() {
        TreeParser parser = new TreeParser(parse("[\"1\"]"), Shape.ANY);
        parser.next();
        parser.next();
        assertThatIllegalStateException().isThrownBy(parser::getInt);
    }

    @Test
    void onlyWhatTheParserIsInIsSkipped() {
        TreeParser inArray = after(1, new TreeParser(parse("[1]"), Shape.ANY));
        inArray.skipObject();
        assertThat(inArray.next()).isEqualTo(Event.VALUE_NUMBER);

        TreeParser inObject = after(1, new TreeParser(parse("{\"a\":1}"), Shape.ANY));
        inObject.skipArray();
        assertThat(inObject.next()).isEqualTo(Event.KEY_NAME);
    }

    @Test
    void knowsNoPlaceInTheText() {
        assertThat(parser().getLocation())
                .returns(-1L, place -> place.getLineNumber())
                .returns(-1L, place -> place.getColumnNumber())
                .returns(-1L, place -> place.getStreamOffset());
    }

    @Test
    void knowsItsPathAtEachEvent() {
        TreeParser parser = new TreeParser(parse("{\"a\":[1,{\"b\":2}],\"\":3,\"c\":{\"\":4}}"), Shape.ANY);
        List<String> paths = new ArrayList<>();
        while (parser.hasNext()) {
            parser.next();
            paths.add(parser.path());
        }
        assertThat(paths)
                .containsExactly(
                        "", "a", "a", "a[0]", "a[1]", "a[1].b", "a[1].b", "a[1]", "a", "", "", "c", "c", "c", "c", "c",
                        "");
    }

    @Test
    void longNameInThePathIsCut() {
        TreeParser parser = new TreeParser(parse("{\"" + "part ".repeat(14) + "\":1}"), Shape.ANY);
        parser.next();
        parser.next();
        assertThat(parser.path()).isEqualTo("part ".repeat(13).strip() + "…");
    }

    private static void assertSameAfter(int events, Event wanted, Function<JsonParser, Object> taking) {
        JsonParser expected = after(events, expected());
        if (expected.currentEvent() == wanted) {
            TreeParser parser = after(events, parser());
            assertThat(taking.apply(parser)).isEqualTo(taking.apply(expected));
            assertThat(rest(parser)).isEqualTo(rest(expected));
        }
    }

    private static void assertSame(JsonParser expected, TreeParser parser) {
        assertThat(parser.currentEvent()).isEqualTo(expected.currentEvent());
        assertThat(values(parser)).isEqualTo(values(expected));
        assertThat(rest(parser)).isEqualTo(rest(expected));
    }

    private static Object skippedObject(JsonParser parser) {
        parser.skipObject();
        return "skipped";
    }

    private static Object skippedArray(JsonParser parser) {
        parser.skipArray();
        return "skipped";
    }

    private static <T extends JsonParser> T after(int events, T parser) {
        for (int i = 0; i < events; i++) {
            parser.next();
        }
        return parser;
    }

    private static List<Object> rest(JsonParser parser) {
        List<Object> rest = new ArrayList<>();
        while (parser.hasNext()) {
            rest.add(parser.next());
            rest.add(values(parser));
        }
        return rest;
    }

    private static List<Object> values(JsonParser parser) {
        return switch (parser.currentEvent()) {
            case KEY_NAME, VALUE_STRING -> List.of(parser.getString());
            case VALUE_NUMBER ->
                List.of(
                        parser.getString(),
                        parser.isIntegralNumber(),
                        parser.getInt(),
                        parser.getLong(),
                        parser.getBigDecimal());
            default -> List.of();
        };
    }

    private static JsonParser expected() {
        return Json.createParser(new StringReader(TEXT));
    }

    private static TreeParser parser() {
        return new TreeParser(parse(TEXT), Shape.ANY);
    }

    private static JsonValue parse(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }
}
