package net.aurpay.client.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.aurpay.client.AurpayException;
import net.aurpay.client.shared.QueryHeader;
import net.aurpay.client.shared.Redaction;

/**
 * The path and query of a request, as they are signed and sent: percent-encoded UTF-8. As in the official client,
 * {@code :} is not encoded. A blank is {@code %20} and never {@code +}, because servers differ in how they decode
 * {@code +}.
 *
 * <p>A query travels through the JAX-RS implementation in a header, which is removed before the request is sent. Without this detour,
 * implementations would reorder parameters, write {@code %3A} for a colon, treat {@code %41} as encoded already, or
 * fail at a brace. With a {@code ParamConverter}, Open Liberty's client would fail at methods without parameters.
 */
final class RequestTarget {
    /** Matches the first place at which an order id can be. Everything after that place is the id, slashes included. */
    private static final Pattern ORDER = Pattern.compile("/api/v2/order/(?:detail|refund-info|refund)/(.*)");

    private static final Pattern ORDER_ID = Pattern.compile("[0-9A-Za-z_-]+");

    private RequestTarget() {}

    static String of(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    /**
     * Whether this is a log-in, or a request for the API key with the token of a log-in. Such requests are not signed.
     */
    static boolean isLogIn(URI uri) {
        return uri.getRawPath().endsWith("/api/user/login") || uri.getRawPath().endsWith("/api/plugin/key");
    }

    /** Whether this is a refund, the only call that is a POST without a body. */
    static boolean isRefund(URI uri) {
        return uri.getRawPath().contains("/api/v2/order/refund/");
    }

    /**
     * The URI that is sent instead of {@code uri}: with the query as this library writes it.
     *
     * @param headers the headers of the request; the header that carries the query is removed
     * @throws AurpayException if the path contains an invalid order id, which would make it another path for the server
     */
    static URI withQuery(URI uri, MultivaluedMap<String, Object> headers) {
        rejectBadOrderId(uri.getRawPath());
        List<Object> carried = headers.remove(QueryHeader.NAME);
        String query =
                carried == null || carried.isEmpty() ? "" : carried.get(0).toString();
        if (query.isEmpty()) {
            return uri;
        }
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + query);
    }

    private static void rejectBadOrderId(String path) {
        Matcher order = ORDER.matcher(path);
        if (order.find() && !ORDER_ID.matcher(order.group(1)).matches()) {
            throw FailureDetails.unsent("order id must be letters, digits, - and _, was <"
                            + Redaction.text(order.group(1), 80) + ">; nothing was sent")
                    .exception(null);
        }
    }
}
