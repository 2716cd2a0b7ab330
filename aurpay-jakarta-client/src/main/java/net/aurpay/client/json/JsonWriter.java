package net.aurpay.client.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * Writes a request as JSON. Its own, because no platform writer leaves money alone: {@code 0.00000050} would go out as
 * {@code 5.0E-7}, and which writer a server prefers is not ours to say.
 */
public final class JsonWriter {
    private JsonWriter() {}

    /** The bytes to be hashed and sent: UTF-8, no white space. */
    public static byte[] write(Record request) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (RecordMapping.Field field : RecordMapping.of(request.getClass()).fields) {
            Object value = field.valueIn(request);
            if (value != null) {
                json.add("\"" + field.name + "\":" + literal(value));
            }
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
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
