package net.aurpay.client.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that a Java type expects. Without this check, JSON-B would read an array where an object belongs, 4294967296
 * as the integer 0, and any text as false, and would report nothing.
 */
final class Shape {
    /** Expects nothing: either nobody reads the value, or the adapter of the type checks the value itself. */
    static final Shape ANY = scalar(value -> value);

    private final UnaryOperator<JsonValue> fitting;
    private final Map<String, Shape> fields;
    private final @Nullable Shape others;

    private Shape(UnaryOperator<JsonValue> fitting, Map<String, Shape> fields, @Nullable Shape others) {
        this.fitting = fitting;
        this.fields = fields;
        this.others = others;
    }

    /**
     * Expects a value of which no part is looked at.
     *
     * @param fitting see {@link #fit}
     */
    static Shape scalar(UnaryOperator<JsonValue> fitting) {
        return new Shape(fitting, Map.of(), null);
    }

    /** Expects an array without null. */
    static Shape array(Shape item) {
        return new Shape(Shape::asArray, Map.of(), item);
    }

    /**
     * Expects an object.
     *
     * @param fields by name; the caller may add fields until it passes the shape on
     * @param others expected of the fields that have no name in {@code fields}
     */
    static Shape object(Map<String, Shape> fields, Shape others) {
        return new Shape(Shape::asObject, fields, others);
    }

    /**
     * Checks a value, but not its fields or items, and returns the value that JSON-B gets to see: the text
     * {@code "19.0"}, for example, becomes the number 19 where an integer belongs. Null always fits.
     *
     * @throws UnexpectedFieldException if the value does not fit
     */
    JsonValue fit(JsonValue value) {
        return fitting.apply(value);
    }

    /** What is expected of the field with this name. */
    Shape field(String name) {
        Shape field = fields.get(name);
        return field == null ? item() : field;
    }

    /** What is expected of each item. */
    Shape item() {
        return others == null ? ANY : others;
    }

    private static JsonValue asObject(JsonValue value) {
        if (!(value instanceof JsonObject) && value != JsonValue.NULL) {
            throw JsonFields.unfit("an object", value);
        }
        return value;
    }

    private static JsonValue asArray(JsonValue value) {
        if (value instanceof JsonArray array) {
            int missing = array.indexOf(JsonValue.NULL);
            if (missing >= 0) {
                throw JsonFields.unfit("present", JsonValue.NULL).within("[" + missing + "]");
            }
        } else if (value != JsonValue.NULL) {
            throw JsonFields.unfit("an array", value);
        }
        return value;
    }
}
