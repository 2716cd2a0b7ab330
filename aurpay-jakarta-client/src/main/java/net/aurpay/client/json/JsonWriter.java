package net.aurpay.client.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Writes a request as JSON. Its own, because no platform writer leaves money alone: {@code 0.00000050} would go out as
 * {@code 5.0E-7}, and which writer a server prefers is not ours to say.
 */
public final class JsonWriter {
    private JsonWriter() {}

    /**
     * The bytes to be hashed and sent: UTF-8, without white space. The fields of a record within the record are written
     * beside its own.
     */
    public static byte[] write(Record request) {
        Map<String, String> literals = new LinkedHashMap<>();
        JsonOrder order = request.getClass().getAnnotation(JsonOrder.class);
        if (order != null) {
            // A map keeps the place that a name had at first.
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
