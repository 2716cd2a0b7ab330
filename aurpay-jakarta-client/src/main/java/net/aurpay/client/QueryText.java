package net.aurpay.client;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A query as it is sent: percent-encoded UTF-8, but {@code :} left alone as the official client leaves it, and no
 * {@code +}, so that a server that verifies the raw target and one that decodes it read the same.
 *
 * <p>It passes the JAX-RS implementation in a header that is never sent. Left to themselves the implementations reorder
 * parameters, write {@code %3A} for a colon, take {@code %41} for encoded already, or fail at a brace; and a
 * {@code ParamConverter} makes Open Liberty's client fail at methods without parameters.
 */
final class QueryText {
    static final String HEADER = "Aurpay-Query";

    /** The API's times: UTC without a zone, to the second. */
    static final DateTimeFormatter TIME =
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

    /** The URI with the query out of {@code headers}, where it is removed. */
    static URI settle(URI uri, MultivaluedMap<String, Object> headers) {
        @Nullable List<Object> carried = headers.remove(HEADER);
        String query =
                carried == null || carried.isEmpty() ? "" : carried.get(0).toString();
        if (query.isEmpty()) {
            return uri;
        }
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + query);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%3A", ":");
    }
}
