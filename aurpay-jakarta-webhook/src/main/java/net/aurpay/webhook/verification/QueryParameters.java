package net.aurpay.webhook.verification;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a URL that was verified as it stood: decoded only afterwards, and never encoded again. */
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

    /** As it stands in the URL, hence ASCII without control characters; null unless it is there exactly once. */
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

    /** A lone {@code %} was signed like this, so it is taken like this. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
