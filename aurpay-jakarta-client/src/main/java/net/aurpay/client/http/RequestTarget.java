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
 * Path and query of a request, as they are signed and sent: percent-encoded UTF-8, but {@code :} left alone as the
 * official client leaves it, and no {@code +}, so that a server that verifies the raw target and one that decodes it
 * read the same.
 *
 * <p>A query passes the JAX-RS implementation in a header that is never sent. Left to themselves the implementations
 * reorder parameters, write {@code %3A} for a colon, take {@code %41} for encoded already, or fail at a brace; and a
 * {@code ParamConverter} makes Open Liberty's client fail at methods without parameters.
 */
final class RequestTarget {
    /** From the first place where an order id stands: what follows is all of it, slashes too. */
    private static final Pattern ORDER = Pattern.compile("/api/v2/order/(?:detail|refund-info|refund)/(.*)");

    private static final Pattern ORDER_ID = Pattern.compile("[0-9A-Za-z_-]+");

    private RequestTarget() {}

    static String of(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    /** Whether this is a log-in, or asks for the API key with what a log-in gave: nothing is signed then. */
    static boolean isLogIn(URI uri) {
        return uri.getRawPath().endsWith("/api/user/login") || uri.getRawPath().endsWith("/api/plugin/key");
    }

    /** The one call that is a POST without a body. */
    static boolean isRefund(URI uri) {
        return uri.getRawPath().contains("/api/v2/order/refund/");
    }

    /**
     * The URI that is sent instead of {@code uri}: with the query as this library writes it.
     *
     * @param headers give up the query that they carry
     * @throws AurpayException if the path holds an order id that is none: it would be another path to the server
     */
    static URI settle(URI uri, MultivaluedMap<String, Object> headers) {
        refuseBadOrderId(uri.getRawPath());
        List<Object> carried = headers.remove(QueryHeader.NAME);
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
            throw FailureDetails.unsent("order id must be letters, digits, - and _, was <"
                            + Redaction.text(order.group(1), 80) + ">; nothing was sent")
                    .exception(null);
        }
    }
}
