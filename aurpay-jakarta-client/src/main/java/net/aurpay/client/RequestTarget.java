package net.aurpay.client;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Path and query of a request, as they are signed and sent: percent-encoded UTF-8, but {@code :} left alone as the official
 * client leaves it, and no {@code +}, so that a server that verifies the raw target and one that decodes it read the same.
 *
 * <p>A query passes the JAX-RS implementation in a header that is never sent. Left to themselves the implementations reorder
 * parameters, write {@code %3A} for a colon, take {@code %41} for encoded already, or fail at a brace; and a
 * {@code ParamConverter} makes Open Liberty's client fail at methods without parameters.
 */
final class RequestTarget {
    static final String QUERY = "Aurpay-Query";

    /** From the first place where an order id stands: what follows is all of it, slashes too. */
    private static final Pattern ORDER = Pattern.compile("/api/v2/order/(?:detail|refund-info|refund)/(.*)");

    private static final Pattern ORDER_ID = Pattern.compile("[0-9A-Za-z_-]+");

    private RequestTarget() {}

    static String of(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    /** The one call that is a POST without a body. */
    static boolean isRefund(URI uri) {
        return uri.getRawPath().contains("/api/v2/order/refund/");
    }

    /** The query that a record stands for: its components in snake_case, in their order, the null ones left out. */
    static String query(Record filters) {
        StringJoiner text = new StringJoiner("&");
        for (RecordShape.Field field : RecordShape.of(filters.getClass()).fields) {
            Object value = field.valueIn(filters);
            if (value != null) {
                text.add(field.name + "="
                        + encode(value instanceof Instant time ? JsonFields.UTC.format(time) : value.toString()));
            }
        }
        return text.toString();
    }

    /** Which part of a list is asked for. */
    static void checkPage(@Nullable Integer page, @Nullable Integer size) {
        if (page != null && page < 1) {
            throw new IllegalArgumentException("page must be > 0, was <" + page + ">");
        }
        if (size != null && (size < 1 || size > 100)) {
            throw new IllegalArgumentException("size must be 1 to 100, was <" + size + ">");
        }
    }

    /**
     * The URI that is sent instead of {@code uri}: with the query as this library writes it.
     *
     * @param headers give up the query that they carry
     * @throws AurpayException if the path holds an invalid order id, which would be another path for the server
     */
    static URI settle(URI uri, MultivaluedMap<String, Object> headers) {
        refuseBadOrderId(uri.getRawPath());
        List<Object> carried = headers.remove(QUERY);
        String query =
                carried == null || carried.isEmpty() ? "" : carried.get(0).toString();
        if (query.isEmpty()) {
            return uri;
        }
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + query);
    }

    private static void refuseBadOrderId(String path) {
        Matcher order = ORDER.matcher(path);
        if (order.find() && !ORDER_ID.matcher(order.group(1)).matches()) {
            throw Failure.unsent("order id must be letters, digits, - and _, was <" + Mask.text(order.group(1), 80)
                            + ">; nothing was sent")
                    .exception(null);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%3A", ":");
    }
}
