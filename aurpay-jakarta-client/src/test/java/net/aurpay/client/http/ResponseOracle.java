package net.aurpay.client.http;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.aurpay.client.TestData;
import org.jspecify.annotations.Nullable;

/**
 * Says how a field of a response must be read, given the literal that stands for the field. The table shares no code
 * with the library.
 *
 * <p>An absent field or null is null. A number or a numeric string is exactly that decimal number if it has at most 100
 * digits before and behind its decimal point. Any other type is an exception.
 */
final class ResponseOracle {
    /** The literal must be rejected with the field's name. */
    static final String REJECTED = "rejected";

    private static final JsonObject RECORDS =
            TestData.json("response-fields.json").getJsonObject("records");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?)(Z?)");

    private ResponseOracle() {}

    static @Nullable String typeOf(String recordName, String field) {
        return RECORDS.getJsonObject(recordName).getString(field, null);
    }

    /** How the value must print after it has been read; {@link #REJECTED} if no value may be read. */
    static String read(String type, String literal) {
        if (literal.equals("null")) {
            return "null";
        }
        boolean quoted = literal.startsWith("\"");
        String text = quoted ? unquote(literal) : literal;
        return switch (type) {
            case "string" -> quoted ? text : REJECTED;
            case "text-or-false" -> textOrFalse(quoted, text);
            case "open enum" -> quoted && !text.isBlank() ? text : REJECTED;
            case "boolean" -> !quoted && (text.equals("true") || text.equals("false")) ? text : REJECTED;
            case "decimal" -> decimal(text);
            case "integer" -> whole(text, 31);
            case "long" -> whole(text, 63);
            case "time" -> quoted ? time(text) : REJECTED;
            case "link" -> quoted ? link(text) : REJECTED;
            case "strings" -> literal.equals("[]") ? "[]" : literal.equals("[\"0xabc\"]") ? "[0xabc]" : REJECTED;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String textOrFalse(boolean quoted, String text) {
        if (quoted) {
            return text.isEmpty() ? "null" : text;
        }
        return text.equals("false") ? "null" : REJECTED;
    }

    private static String decimal(String text) {
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return REJECTED;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            boolean sane = number.precision() <= 100
                    && number.scale() <= 100
                    && number.precision() - (long) number.scale() <= 100;
            return sane ? number.toString() : REJECTED;
        } catch (NumberFormatException e) {
            return REJECTED;
        }
    }

    private static String whole(String text, int bits) {
        String decimal = decimal(text);
        if (decimal.equals(REJECTED)) {
            return REJECTED;
        }
        BigDecimal number = new BigDecimal(decimal);
        if (number.precision() - (long) number.scale() > 30) {
            return REJECTED;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() > 0 || stripped.toBigInteger().bitLength() > bits ? REJECTED : stripped.toPlainString();
    }

    private static String time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return REJECTED;
        }
        try {
            return LocalDate.parse(matcher.group(1))
                    .atTime(LocalTime.parse(matcher.group(2)))
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        } catch (java.time.format.DateTimeParseException e) {
            return REJECTED;
        }
    }

    private static String link(String text) {
        try {
            return new URI(text).toString();
        } catch (URISyntaxException e) {
            return REJECTED;
        }
    }

    /** Undoes only these escapes, because the literals of {@link ResponseVariation} have no others. */
    private static String unquote(String literal) {
        return literal.substring(1, literal.length() - 1)
                .replace("\\\"", "\"")
                .replace("\\n", "\n")
                .replace("\\u00e9", "é");
    }
}
