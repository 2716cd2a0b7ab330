package net.aurpay.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks what each kind of Java type accepts. {@link PromisesTest} says why JSON-B alone would not do. */
class ShapesTest {
    public record Inner(int count) {}

    public record Box<T>(T content) {}

    /** Contains itself. */
    public record Tree(int size, @Nullable List<Tree> branches) {}

    public static class Base {
        public int inherited;
    }

    public static class Bean extends Base {
        @JsonbProperty("renamed")
        public int original;

        @JsonbTypeAdapter(TextOrFalseAdapter.class)
        public @Nullable String custom;

        private int length;

        public void setSize(int size) {
            length = size;
        }

        public int getSize() {
            return length;
        }
    }

    public static final class Created {
        @JsonbCreator
        public static Created of(@JsonbProperty("number") int number) {
            return new Created();
        }
    }

    @JsonbTypeAdapter(TextOrFalseAdapter.class)
    public static final class Adapted {}

    /** Has a field of each type, because there are no literals of generic types. */
    @SuppressWarnings({"unused", "rawtypes", "NullAway"}) // read by reflection
    private static final class Types {
        private byte tiny;
        private short small;
        private Integer whole;
        private long large;
        private BigInteger huge;
        private float single;
        private double twice;
        private boolean flag;
        private BigDecimal amount;
        private Instant time;
        private byte[] bytes;
        private URI link;
        private DayOfWeek day;
        private LocalDate date;
        private JsonValue value;
        private JsonObject object;
        private JsonArray array;
        private JsonString string;
        private Inner inner;
        private CharSequence abstracted;
        private Adapted adapted;
        private Bean bean;
        private Created created;
        private Tree tree;
        private Box<Inner> box;
        private Box<List<Integer>> boxOfList;
        private Box rawBox;
        private List<Inner> list;
        private List raw;
        private List<? extends Inner> wild;
        private Inner[] inners;
        private Box<Integer>[] boxes;
        private Map<String, Inner> map;
        private Optional<Integer> optional;
        private Object any;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    tiny       | 127                                   | 127
                    tiny       | `"-128"`                              | -128
                    small      | 32767                                 | 32767
                    small      | -32768                                | -32768
                    whole      | `"-2147483648"`                       | -2147483648
                    whole      | 2147483647                            | 2147483647
                    large      | 9223372036854775807                   | 9223372036854775807
                    large      | `"-9223372036854775808"`              | -9223372036854775808
                    large      | 1.0                                   | 1
                    large      | null                                  | null
                    huge       | `"18446744073709551616"`              | 18446744073709551616
                    single     | `"0.5"`                               | 0.5
                    twice      | `"1E+2"`                              | 100
                    twice      | null                                  | null
                    flag       | true                                  | true
                    amount     | `"0.10"`                              | "0.10"
                    time       | 7                                     | 7
                    bytes      | `"YQ=="`                              | "YQ=="
                    link       | `"https://example.com/a"`             | "https://example.com/a"
                    day        | `"MONDAY"`                            | "MONDAY"
                    date       | `"2024-10-10"`                        | "2024-10-10"
                    value      | `[1,null]`                            | [ 1 null ]
                    object     | `{"a":[1]}`                           | { a [ 1 ] }
                    object     | null                                  | null
                    array      | `[{}]`                                | [ { } ]
                    string     | `"a"`                                 | "a"
                    inner      | `{"count":"7","new":[null]}`          | { count 7 new [ null ] }
                    inner      | null                                  | null
                    abstracted | `[null]`                              | [ null ]
                    adapted    | `[null]`                              | [ null ]
                    bean       | `{"inherited":"1","size":"2","renamed":"3"}` | { inherited 1 size 2 renamed 3 }
                    bean       | `{"original":"3","custom":false}`     | { original "3" custom false }
                    created    | `{"number":"7"}`                      | { number 7 }
                    tree       | `{"size":1,"branches":[{"size":"2"}]}`| { size 1 branches [ { size 2 } ] }
                    box        | `{"content":{"count":"7"}}`           | { content { count 7 } }
                    boxOfList  | `{"content":["7"]}`                   | { content [ 7 ] }
                    rawBox     | `{"content":["7",null]}`              | { content [ "7" null ] }
                    list       | `[{"count":"7"}]`                     | [ { count 7 } ]
                    list       | null                                  | null
                    raw        | `[1,"a"]`                             | [ 1 "a" ]
                    wild       | `[{"count":"7"}]`                     | [ { count 7 } ]
                    inners     | `[{"count":"7"}]`                     | [ { count 7 } ]
                    boxes      | `[{"content":"7"}]`                   | [ { content 7 } ]
                    map        | `{"a":{"count":"7"}}`                 | { a { count 7 } }
                    optional   | `"7"`                                 | 7
                    any        | `["a",null]`                          | [ "a" null ]
                    """)
    void givesJsonBWhatFits(String field, String json, String given) throws ReflectiveOperationException {
        assertThat(given(field, json)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    tiny      | 128                                   | a field of the response must be a whole number from -128 to 127
                    tiny      | -129                                  | a field of the response must be a whole number from -128
                    small     | 32768                                 | a field of the response must be a whole number from -32768 to 32767
                    whole     | -2147483649                           | a field of the response must be a whole number from -2147483648
                    large     | 9223372036854775808                   | a field of the response must be a whole number from
                    large     | 1e20                                  | a field of the response must be a whole number from
                    large     | 0.5                                   | a field of the response must be a whole number from
                    huge      | true                                  | a field of the response must be a number, was true
                    single    | `"x"`                                 | a field of the response must be a number, was a string
                    twice     | []                                    | a field of the response must be a number, was an array
                    flag      | `"true"`                              | a field of the response must be a boolean, was a string
                    link      | `"https://a b"`                       | a field of the response must be a URL, was a string
                    day       | 1                                     | a field of the response must be a string, was a number
                    date      | `["2024-10-10"]`                      | a field of the response must be a single value, was an array
                    date      | {}                                    | a field of the response must be a single value, was an object
                    value     | `{"a":[1e101]}`                       | field <a[0]> of the response must be a number of at most 100 digits
                    object    | `[]`                                  | a field of the response must be an object, was an array
                    object    | `{"a":1e101}`                         | field <a> of the response must be a number of at most 100 digits
                    array     | `{}`                                  | a field of the response must be an array, was an object
                    string    | 1                                     | a field of the response must be a string, was a number
                    bean      | `{"inherited":{}}`                    | field <inherited> of the response must be a number, was an object
                    bean      | `{"size":{}}`                         | field <size> of the response must be a number, was an object
                    bean      | `{"renamed":{}}`                      | field <renamed> of the response must be a number, was an object
                    created   | `{"number":{}}`                       | field <number> of the response must be a number, was an object
                    tree      | `{"branches":[{"branches":[[]]}]}`    | field <branches[0].branches[0]> of the response must be an object, was an array
                    box       | `{"content":[]}`                      | field <content> of the response must be an object, was an array
                    boxOfList | `{"content":[1,{}]}`                  | field <content[1]> of the response must be a number, was an object
                    list      | `{}`                                  | a field of the response must be an array, was an object
                    list      | `[{"count":{}}]`                      | field <[0].count> of the response must be a number, was an object
                    raw       | `[[1e101]]`                           | field <[0][0]> of the response must be a number of at most 100 digits
                    wild      | `[{"count":{}}]`                      | field <[0].count> of the response must be a number, was an object
                    inners    | `[{"count":{}}]`                      | field <[0].count> of the response must be a number, was an object
                    inners    | `[null]`                              | field <[0]> of the response must be present, was null
                    boxes     | `[{"content":{}}]`                    | field <[0].content> of the response must be a number, was an object
                    map       | `{"a":{"count":{}}}`                  | field <a.count> of the response must be a number, was an object
                    map       | []                                    | a field of the response must be an object, was an array
                    optional  | {}                                    | a field of the response must be a number, was an object
                    any       | 1e101                                 | a field of the response must be a number of at most 100 digits
                    """)
    void rejectsWhatDoesNotFit(String field, String json, String message) {
        assertThatExceptionOfType(UnexpectedFieldException.class)
                .isThrownBy(() -> given(field, json))
                .withMessageStartingWith(message);
    }

    /** Returns what JSON-B would get to see. The {@link Shapes} are new each time, because they keep what they know. */
    private static String given(String field, String json) throws ReflectiveOperationException {
        Type type = Types.class.getDeclaredField(field).getGenericType();
        JsonValue value = Json.createReader(new StringReader(json)).readValue();
        List<String> given = new ArrayList<>();
        TreeParser parser = new TreeParser(value, new Shapes().of(type));
        while (parser.hasNext()) {
            given.add(
                    switch (parser.next()) {
                        case START_OBJECT -> "{";
                        case END_OBJECT -> "}";
                        case START_ARRAY -> "[";
                        case END_ARRAY -> "]";
                        case VALUE_STRING -> '"' + parser.getString() + '"';
                        default -> parser.getString();
                    });
        }
        return String.join(" ", given);
    }
}
