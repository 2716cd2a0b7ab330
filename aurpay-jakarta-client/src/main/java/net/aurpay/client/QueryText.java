package net.aurpay.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;
import net.aurpay.client.shared.PercentEncoding;
import org.jspecify.annotations.Nullable;

/** Writes a query as it is signed and sent. Like the official client, this class does not encode colons. */
final class QueryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final StringJoiner text = new StringJoiner("&");

    /** Adds a parameter, unless its value is null. */
    QueryText add(String name, @Nullable Object value) {
        if (value != null) {
            String shown = value instanceof Instant time ? TIME.format(time) : value.toString();
            text.add(name + "=" + PercentEncoding.encode(shown, ":"));
        }
        return this;
    }

    /** Rejects a page number or a page size that the API does not accept. */
    static void checkPage(@Nullable Integer page, @Nullable Integer size) {
        if (page != null && page < 1) {
            throw new IllegalArgumentException("page must be > 0, was <" + page + ">");
        }
        if (size != null && (size < 1 || size > 100)) {
            throw new IllegalArgumentException("size must be 1 to 100, was <" + size + ">");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
