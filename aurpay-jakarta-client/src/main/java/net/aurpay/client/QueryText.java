package net.aurpay.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;

/**
 * A query as it is sent: percent-encoded UTF-8, but {@code :} left alone as the official client leaves it, and no
 * {@code +}, so that a server that verifies the raw target and one that decodes it read the same.
 */
final class QueryText {
    /** The API's times: UTC without a zone, to the second. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private QueryText() {}

    static String of(ApiQuery query) {
        StringJoiner text = new StringJoiner("&");
        for (RecordShape.Field field : RecordShape.of(query.getClass()).fields()) {
            Object value = field.valueIn(query);
            if (value != null) {
                text.add(field.name() + "="
                        + encode(value instanceof Instant time ? TIME.format(time) : value.toString()));
            }
        }
        return text.toString();
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~:".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                encoded.append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
            }
        }
        return encoded.toString();
    }
}
