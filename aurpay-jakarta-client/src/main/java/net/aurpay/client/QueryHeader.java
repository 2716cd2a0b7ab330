package net.aurpay.client;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries a whole query past the JAX-RS implementation, in a header that is never sent. Left to themselves the
 * implementations reorder parameters, write {@code %3A} for a colon, take {@code %41} for encoded already, or fail at a
 * brace; and a {@code ParamConverter} makes Open Liberty's client fail at methods without parameters.
 */
final class QueryHeader {
    static final String NAME = "Aurpay-Query";

    private QueryHeader() {}

    /** The URI with the query out of {@code headers}, where it is removed. */
    static URI settle(URI uri, MultivaluedMap<String, Object> headers) {
        @Nullable List<Object> carried = headers.remove(NAME);
        String query =
                carried == null || carried.isEmpty() ? "" : carried.get(0).toString();
        if (query.isEmpty()) {
            return uri;
        }
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + query);
    }
}
