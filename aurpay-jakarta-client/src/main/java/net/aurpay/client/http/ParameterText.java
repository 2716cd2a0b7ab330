package net.aurpay.client.http;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The types that a parameter in a path or a query may have, and the text of their values. */
final class ParameterText {
    private static final Set<Class<?>> TYPES = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            UUID.class);

    /** What no REST client mistakes for an escape, for a template, or for the end of a segment. */
    private static final Pattern SAFE_IN_QUERY = Pattern.compile("[^%{}]*");

    private static final Pattern SAFE_IN_PATH = Pattern.compile("[0-9A-Za-z.:+_-]*");

    private ParameterText() {}

    /** Whether every REST client can turn a value of the type into text. */
    static boolean isTextual(Class<?> type) {
        return TYPES.contains(type)
                || (type.isPrimitive() && type != char.class)
                || type.isEnum()
                || TemporalAccessor.class.isAssignableFrom(type)
                || isRecordOfOneText(type);
    }

    /** Whether this is a type such as {@code OrderStatus}: a record that holds a text. */
    private static boolean isRecordOfOneText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null && components.length == 1 && components[0].getType() == String.class;
    }

    /**
     * Returns the value with its text spelled as {@link SafeText} does: the same object if nothing has to be spelled.
     *
     * @throws IllegalArgumentException if the text cannot be sent as it is
     */
    static Object spelled(Object value, boolean inPath) {
        if (value instanceof String text) {
            return SafeText.spell(text);
        }
        String text = TimeConverters.text(value);
        if (value instanceof Record record) {
            String spelling = SafeText.spell(text);
            return spelling.equals(text) ? value : ParameterRecord.of(record.getClass(), spelling);
        }
        if (!(inPath ? SAFE_IN_PATH : SAFE_IN_QUERY).matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be passed as a String, because of what is special in <" + text + ">");
        }
        return value;
    }
}
