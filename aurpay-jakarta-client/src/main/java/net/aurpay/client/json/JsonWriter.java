package net.aurpay.client.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Writes a request as JSON. The library has a writer of its own because no platform's writer leaves money alone:
 * {@code 0.00000050} would be sent as {@code 5.0E-7}, and the library cannot choose which writer a server prefers.
 */
public final class JsonWriter {
    private JsonWriter() {}

    /**
     * Returns the bytes to hash and to send: UTF-8, without white space. If a component is itself a record, its fields
     * are written beside those of the request.
     */
    public static byte[] write(Record request) {
        Map<String, String> literals = new LinkedHashMap<>();
        JsonOrder order = request.getClass().getAnnotation(JsonOrder.class);
        if (order != null) {
            // A map keeps each name at the place where the name was first put.
            List.of(order.value()).forEach(name -> literals.put(name, ""));
        }
        addFields(request, literals);
        StringJoiner json = new StringJoiner(",", "{", "}");
        literals.forEach((name, literal) -> {
            if (!literal.isEmpty()) {
                json.add("\"" + name + "\":" + literal);
            }
        });
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void addFields(Record record, Map<String, String> literals) {
        for (RecordMapping.Field field : RecordMapping.of(record.getClass()).fields) {
            Object value = field.valueIn(record);
            if (value instanceof Record part) {
                addFields(part, literals);
            } else if (value != null) {
                literals.put(field.name, literal(value));
            }
        }
    }

    private static String literal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        return JsonP.PROVIDER.createValue(value.toString()).toString();
    }
}
