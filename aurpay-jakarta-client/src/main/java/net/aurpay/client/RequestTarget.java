package net.aurpay.client;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Path and query of a request, as they are signed and sent. */
final class RequestTarget {
    /** From the first place where an order id stands: what follows is all of it, slashes too. */
    private static final Pattern ORDER = Pattern.compile("/api/v2/order/(?:detail|refund-info|refund)/(.*)");

    private static final Pattern ORDER_ID = Pattern.compile("[0-9A-Za-z_-]+");

    private RequestTarget() {}

    /**
     * The URI that is sent instead of {@code uri}: with the query as this library writes it.
     *
     * @param headers give up the query that they carry
     * @throws AurpayException if the path holds an order id that is none: it would be another path to the server
     */
    static URI settle(URI uri, MultivaluedMap<String, Object> headers) {
        refuseBadOrderId(uri.getRawPath());
        return QueryText.settle(uri, headers);
    }

    static String of(URI uri) {
        @Nullable String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    /** The one call that is a POST without a body. */
    static boolean isRefund(URI uri) {
        return uri.getRawPath().contains("/api/v2/order/refund/");
    }

    private static void refuseBadOrderId(String path) {
        Matcher order = ORDER.matcher(path);
        if (order.find() && !ORDER_ID.matcher(order.group(1)).matches()) {
            throw Failure.unsent("order id must be letters, digits, - and _, was <" + Mask.text(order.group(1), 80)
                            + ">; nothing was sent")
                    .exception(null);
        }
    }
}
