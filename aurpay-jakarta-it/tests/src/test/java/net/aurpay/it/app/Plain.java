package net.aurpay.it.app;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.aurpay.client.PaymentOptions;
import net.aurpay.client.Redirects;
import net.aurpay.client.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Converts the library's values to JSON for the tests, and back. Records are written by the Java names of their
 * components, and money as text, digit by digit. Shares no code with the library.
 */
final class Plain {
    private Plain() {}

    static JsonValue toJson(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof BigDecimal money) {
            return Json.createValue(money.toPlainString());
        } else if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        } else if (value instanceof List<?> list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            list.forEach(item -> array.add(toJson(item)));
            return array.build();
        } else if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            map.forEach((key, item) -> object.add(String.valueOf(key), toJson(item)));
            return object.build();
        } else if (value instanceof Record && !isWord(value.getClass())) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                object.add(component.getName(), toJson(componentOf(value, component)));
            }
            return object.build();
        }
        return Json.createValue(value.toString());
    }

    static @Nullable Object fromJson(Class<?> type, JsonValue value) {
        if (value == JsonValue.NULL || value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (value instanceof JsonObject object) {
            Object[] values = Arrays.stream(type.getRecordComponents())
                    .map(component -> component(component, object.get(component.getName())))
                    .toArray();
            return create(type, values);
        }
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        if (type == String.class) {
            return text;
        } else if (type == BigDecimal.class) {
            return new BigDecimal(text);
        } else if (type == Boolean.class || type == boolean.class) {
            return Boolean.valueOf(text);
        } else if (type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == Instant.class) {
            return Instant.parse(text);
        } else if (type == URI.class) {
            return URI.create(text);
        } else if (type == Sort.class) {
            return Sort.valueOf(text);
        }
        return create(type, text);
    }

    /** Converts a component's value. A missing value becomes the type's {@code NONE}, if it has one. */
    private static @Nullable Object component(RecordComponent component, @Nullable JsonValue value) {
        Class<?> type = component.getType();
        if (value == null && (type == PaymentOptions.class || type == Redirects.class)) {
            return type == Redirects.class ? Redirects.NONE : PaymentOptions.NONE;
        }
        return fromJson(type, value == null ? JsonValue.NULL : value);
    }

    private static boolean isWord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    private static Object create(Class<?> type, @Nullable Object... values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object componentOf(Object value, RecordComponent component) {
        try {
            return Objects.requireNonNull(component.getAccessor()).invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
