package net.aurpay.webhook.verification;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the query of a URL. The URL is verified in its raw form first, decoded only afterwards, and never encoded
 * again.
 */
public final class QueryParameters {
    public static final String REFERENCE = "reference";
    public static final String PAYMENT = "payment";

    private QueryParameters() {}

    static Map<String, List<String>> decoded(String url) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : pairs(url)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
        }
        parameters.replaceAll((name, values) -> Collections.unmodifiableList(values));
        return Collections.unmodifiableMap(parameters);
    }

    /**
     * Returns the raw value as the URL has it, and therefore ASCII without control characters; null unless the
     * parameter occurs exactly once.
     */
    static @Nullable String raw(String url, String name) {
        String prefix = name + "=";
        String found = null;
        for (String pair : pairs(url)) {
            if (pair.startsWith(prefix)) {
                if (found != null) {
                    return null;
                }
                found = pair.substring(prefix.length());
            }
        }
        return found;
    }

    private static String[] pairs(String url) {
        int question = url.indexOf('?');
        String query = question < 0 ? "" : url.substring(question + 1);
        return query.isEmpty() ? new String[0] : query.split("&");
    }

    /** A lone {@code %} was signed as it is, so it is kept as it is. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
