package net.aurpay.client.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import net.aurpay.client.shared.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of one field of a response. A value that is absent or null is read as null; a value of another type
 * than expected is an {@link UnexpectedFieldException}, in which the caller names the field. Aurpay sends money as a number in one response and as a string in the next,
 * so both are accepted, without loss of a digit.
 */
public final class JsonFields {
    /**
     * Matches numbers as JSON spells them: {@link BigDecimal} alone would also accept {@code +1} and the digits of
     * other scripts. Possessive, because no part can match in two ways.
     */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

    /**
     * The time to parse a number grows with the square of its length. JSON-P has a similar limit for the length of
     * numbers.
     */
    private static final int MAX_NUMBER_LENGTH = 1000;

    /**
     * The maximum number of digits of a number, and of digits on either side of the decimal point. No amount has that
     * many. Without this limit, the 11 characters {@code 1e999999999} in a response would fill the memory as soon as
     * somebody calls {@code toPlainString()}.
     */
    private static final int MAX_DIGITS = 100;

    /** The format of the API's times: in UTC, without a zone, to the second. */
    public static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    /** A text in that format, with a 0 for each digit. */
    private static final String UTC_SHAPE = "0000-00-00T00:00:00";

    /**
     * The same format with a fraction of a second or an offset. If a time has an offset, the offset counts. Strict:
     * February 31st does not become the 29th, nor 24:00 the next day.
     */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private JsonFields() {}

    static @Nullable String string(@Nullable JsonValue value) {
        if (isAbsent(value)) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw unfit("a string", value);
    }

    static @Nullable String stringOrFalse(@Nullable JsonValue value) {
        if (value != null && value.getValueType() == JsonValue.ValueType.FALSE) {
            return null;
        }
        String string = string(value);
        return string == null || string.isEmpty() ? null : string;
    }

    public static @Nullable Boolean bool(@Nullable JsonValue value) {
        if (isAbsent(value)) {
            return null;
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw unfit("a boolean", value);
    }

    static @Nullable BigDecimal decimal(@Nullable JsonValue value) {
        if (isAbsent(value)) {
            return null;
        }
        try {
            if (value instanceof JsonNumber number) {
                return bounded(number.bigDecimalValue());
            }
            if (value instanceof JsonString text && isNumber(text.getString())) {
                return bounded(new BigDecimal(text.getString()));
            }
        } catch (NumberFormatException e) {
            // The exponent is larger than a BigDecimal allows.
        }
        throw unfit("a number", value);
    }

    private static boolean isNumber(String text) {
        return text.length() <= MAX_NUMBER_LENGTH && NUMBER.matcher(text).matches();
    }

    private static BigDecimal bounded(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        if (number.precision() > MAX_DIGITS || number.scale() > MAX_DIGITS || before > MAX_DIGITS) {
            throw new UnexpectedFieldException(
                    "must be a number of at most " + MAX_DIGITS + " digits, before and behind the point");
        }
        return number;
    }

    /** Rejects the numbers that {@link #decimal} rejects, anywhere in a value that is returned as JSON. */
    static void requireBoundedNumbers(JsonValue value) {
        if (value instanceof JsonNumber) {
            decimal(value);
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                requireBoundedNumbers("[" + i + "]", array.get(i));
            }
        } else if (value instanceof JsonObject object) {
            // The name of such a field may be anything, so the name is redacted.
            object.forEach((name, part) -> requireBoundedNumbers(Redaction.text(name, 64), part));
        }
    }

    private static void requireBoundedNumbers(String name, JsonValue part) {
        try {
            requireBoundedNumbers(part);
        } catch (UnexpectedFieldException e) {
            throw e.within(name);
        }
    }

    public static @Nullable Integer integer(@Nullable JsonValue value) {
        Long number = whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return number == null ? null : number.intValue();
    }

    /** Reads a whole number from {@code min} to {@code max}. */
    static @Nullable Long whole(@Nullable JsonValue value, long min, long max) {
        BigDecimal number = decimal(value);
        if (number == null) {
            return null;
        }
        try {
            long whole = number.longValueExact();
            if (whole >= min && whole <= max) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // The number has a fraction, or is too large for a long.
        }
        throw new UnexpectedFieldException("must be a whole number from " + min + " to " + max);
    }

    static @Nullable Instant time(@Nullable JsonValue value) {
        String text = string(value);
        if (text == null) {
            return null;
        }
        try {
            return hasUtcShape(text) ? utc(text) : TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            // A time that does not exist is treated like a text that is not a time.
        }
        throw unfit("a time like 2024-08-06T07:19:26", value);
    }

    /** Nearly all times have this shape, and a formatter takes several times as long to read them. */
    private static boolean hasUtcShape(String text) {
        boolean same = text.length() == UTC_SHAPE.length();
        for (int i = 0; same && i < text.length(); i++) {
            char here = text.charAt(i);
            char there = UTC_SHAPE.charAt(i);
            same = there == '0' ? here >= '0' && here <= '9' : here == there;
        }
        return same;
    }

    private static Instant utc(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }

    static @Nullable URI link(@Nullable JsonValue value) {
        String text = string(value);
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            throw unfit("a URL", value);
        }
    }

    static UnexpectedFieldException unfit(String wanted, @Nullable JsonValue value) {
        // Show the type only: the value may be a secret in the wrong place.
        String type = value == null
                ? "absent"
                : switch (value.getValueType()) {
                    case NULL, TRUE, FALSE -> value.toString();
                    default -> withArticle(value.getValueType().name().toLowerCase(Locale.ROOT));
                };
        return new UnexpectedFieldException("must be " + wanted + ", was " + type);
    }

    static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    static boolean isAbsent(@Nullable JsonValue value) {
        return value == null || value.getValueType() == JsonValue.ValueType.NULL;
    }
}
