package net.aurpay.it.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decoded parameters of a query or a form. */
final class Parameters {
    private final Map<String, String> values = new HashMap<>();

    Parameters(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(
                    decode(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** Narrows a filter to the items whose value is that of the parameter, unless the parameter is missing. */
    <T> Predicate<T> and(Predicate<T> filter, String name, Function<T, String> value) {
        String wanted = values.get(name);
        return wanted == null ? filter : filter.and(item -> wanted.equals(value.apply(item)));
    }

    int number(String name, int otherwise, int max) {
        String text = values.get(name);
        try {
            int number = text == null ? otherwise : Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw ApiError.unprocessable(name, "ensure this value is from 1 to " + max);
    }

    Instant time(String name, Instant otherwise) {
        String text = values.get(name);
        try {
            return text == null ? otherwise : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw ApiError.unprocessable(name, "invalid datetime format");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.unprocessable("query", "not percent-encoded");
        }
    }
}
