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
 * Says how a field of a response must be read, given the literal that stands for the field. This is a table that shares
 * nothing with the library.
 *
 * <p>An absent field or null is null. A number or a numeric string is exactly that decimal number if it has at most 100
 * digits before and behind its decimal point. Any other type is an exception.
 */
final class ResponseOracle {
    /** The literal must be rejected with the field's name. */
    static final String REFUSED = "refused";

    private static final JsonObject RECORDS =
            TestData.json("answer-fields.json").getJsonObject("records");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?)(Z?)");

    private ResponseOracle() {}

    static @Nullable String typeOf(String recordName, String field) {
        return RECORDS.getJsonObject(recordName).getString(field, null);
    }

    /** How the value must print after it was read; {@link #REFUSED} if no value may be read. */
    static String read(String type, String literal) {
        if (literal.equals("null")) {
            return "null";
        }
        boolean quoted = literal.startsWith("\"");
        String text = quoted ? unquote(literal) : literal;
        return switch (type) {
            case "string" -> quoted ? text : REFUSED;
            case "text-or-false" -> textOrFalse(quoted, text);
            case "word" -> quoted && !text.isBlank() ? text : REFUSED;
            case "boolean" -> !quoted && (text.equals("true") || text.equals("false")) ? text : REFUSED;
            case "decimal" -> decimal(text);
            case "integer" -> whole(text, 31);
            case "long" -> whole(text, 63);
            case "time" -> quoted ? time(text) : REFUSED;
            case "link" -> quoted ? link(text) : REFUSED;
            case "strings" -> literal.equals("[]") ? "[]" : literal.equals("[\"0xabc\"]") ? "[0xabc]" : REFUSED;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String textOrFalse(boolean quoted, String text) {
        if (quoted) {
            return text.isEmpty() ? "null" : text;
        }
        return text.equals("false") ? "null" : REFUSED;
    }

    private static String decimal(String text) {
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return REFUSED;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            boolean sane = number.precision() <= 100
                    && number.scale() <= 100
                    && number.precision() - (long) number.scale() <= 100;
            return sane ? number.toString() : REFUSED;
        } catch (NumberFormatException e) {
            return REFUSED;
        }
    }

    private static String whole(String text, int bits) {
        String decimal = decimal(text);
        if (decimal.equals(REFUSED)) {
            return REFUSED;
        }
        BigDecimal number = new BigDecimal(decimal);
        if (number.precision() - (long) number.scale() > 30) {
            return REFUSED;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() > 0 || stripped.toBigInteger().bitLength() > bits ? REFUSED : stripped.toPlainString();
    }

    private static String time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return REFUSED;
        }
        try {
            return LocalDate.parse(matcher.group(1))
                    .atTime(LocalTime.parse(matcher.group(2)))
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        } catch (java.time.format.DateTimeParseException e) {
            return REFUSED;
        }
    }

    private static String link(String text) {
        try {
            return new URI(text).toString();
        } catch (URISyntaxException e) {
            return REFUSED;
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
