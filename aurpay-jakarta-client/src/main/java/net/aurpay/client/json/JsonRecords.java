package net.aurpay.client.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.aurpay.client.shared.Redaction;
import org.jspecify.annotations.Nullable;

/** Reads the model's records from JSON. */
public final class JsonRecords {
    private JsonRecords() {}

    /**
     * Reads a record.
     *
     * @throws UnexpectedFieldException if a field has another type than the API gives it; the exception names the field
     */
    public static <T extends Record> T read(Class<T> type, JsonObject json) {
        return type.cast(record(type, type, json));
    }

    /**
     * Reads a value of any type in the model. Returns null if there is no value; for the type {@link JsonValue},
     * returns {@link JsonValue#NULL} instead.
     *
     * @throws UnexpectedFieldException if a field has another type than the API gives it; the exception names the field
     */
    public static @Nullable Object read(Type type, String field, @Nullable JsonValue value) {
        if (type == JsonValue.class) {
            JsonValue any = value == null ? JsonValue.NULL : value;
            JsonFields.requireBoundedNumbers(field, any);
            return any;
        }
        if (value == null || JsonFields.isAbsent(value)) {
            return null;
        }
        Class<?> raw = rawType(type);
        if (raw == List.class) {
            return list(argument(type), field, value);
        }
        if (raw.isRecord() && !RecordMapping.of(raw).isOpenEnum()) {
            if (!(value instanceof JsonObject object)) {
                throw JsonFields.unfit(field, "an object", value);
            }
            try {
                return record(raw, type, object);
            } catch (UnexpectedFieldException e) {
                throw e.within(field);
            }
        }
        return scalar(raw, field, value);
    }

    private static List<Object> list(Type element, String field, @Nullable JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            throw JsonFields.unfit(field, "an array", value);
        }
        List<Object> list = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Object item = read(element, field + "[" + i + "]", array.get(i));
            if (item == null) {
                throw JsonFields.unfit(field + "[" + i + "]", "present", array.get(i));
            }
            list.add(item);
        }
        return Collections.unmodifiableList(list);
    }

    private static @Nullable Object scalar(Class<?> type, String field, JsonValue value) {
        if (type == String.class) {
            return JsonFields.string(field, value);
        } else if (type == BigDecimal.class) {
            return JsonFields.decimal(field, value);
        } else if (type == Boolean.class) {
            return JsonFields.bool(field, value);
        } else if (type == Integer.class) {
            return JsonFields.integer(field, value);
        } else if (type == Long.class) {
            return JsonFields.integerOfLong(field, value);
        } else if (type == Instant.class) {
            return JsonFields.time(field, value);
        } else if (type == URI.class) {
            return JsonFields.link(field, value);
        }
        String text = JsonFields.string(field, value);
        if (text == null || text.isBlank()) {
            throw JsonFields.unfit(field, "a word", value);
        }
        return create(RecordMapping.of(type), text);
    }

    private static Object record(Class<?> raw, Type type, JsonObject json) {
        RecordMapping shape = RecordMapping.of(raw);
        List<RecordMapping.Field> fields = shape.fields;
        @Nullable Object[] values = new @Nullable Object[fields.size() + (shape.keepsUnknown ? 1 : 0)];
        int known = 0;
        for (int i = 0; i < fields.size(); i++) {
            JsonValue value = json.get(fields.get(i).name);
            values[i] = component(fields.get(i), type, value);
            known += value == null ? 0 : 1;
        }
        if (shape.keepsUnknown) {
            values[fields.size()] = known == json.size() ? Map.of() : unknown(shape, json);
        }
        return create(shape, values);
    }

    private static Map<String, JsonValue> unknown(RecordMapping shape, JsonObject json) {
        Map<String, JsonValue> unknown = new LinkedHashMap<>(json);
        for (RecordMapping.Field field : shape.fields) {
            unknown.remove(field.name);
        }
        unknown.forEach((name, value) -> JsonFields.requireBoundedNumbers(Redaction.text(name, 64), value));
        return Collections.unmodifiableMap(unknown);
    }

    private static @Nullable Object component(RecordMapping.Field field, Type owner, @Nullable JsonValue value) {
        Type type = field.type;
        if (field.falseMeansAbsent) {
            return JsonFields.stringOrFalse(field.name, value);
        }
        // In a Page<Order>, the component of type List<T> is a List<Order>.
        return !(type instanceof Class) && argument(type) instanceof TypeVariable<?> && !JsonFields.isAbsent(value)
                ? list(argument(owner), field.name, value)
                : read(type, field.name, value);
    }

    /**
     * Asks for the class first, here and below: finding out that a type is not a {@link ParameterizedType} takes long.
     */
    private static Type argument(Type type) {
        return type instanceof Class ? type : ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static Object create(RecordMapping shape, @Nullable Object... values) {
        try {
            return shape.constructor.newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> rawType(Type type) {
        return type instanceof Class<?> plain ? plain : (Class<?>) ((ParameterizedType) type).getRawType();
    }
}
