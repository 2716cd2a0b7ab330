package net.aurpay.client;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Path and query of a request, as they are signed and sent. */
final class RequestTarget {
    private static final Pattern ORDER_ID = Pattern.compile("[0-9A-Za-z_-]+");
    private static final List<String> BEFORE_ORDER_ID =
            List.of("/api/v2/order/detail/", "/api/v2/order/refund-info/", "/api/v2/order/refund/");

    private RequestTarget() {}

    static String of(URI uri) {
        @Nullable String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    /**
     * Refuses an order id that is none: it would be another path to the server.
     *
     * @throws AurpayException naming it
     */
    static void refuseBadOrderId(String path) {
        for (String prefix : BEFORE_ORDER_ID) {
            int start = path.indexOf(prefix);
            if (start >= 0) {
                String orderId = path.substring(start + prefix.length());
                if (!ORDER_ID.matcher(orderId).matches()) {
                    throw Failure.unsent("order id must be letters, digits, - and _, was <" + orderId
                                    + ">; nothing was sent")
                            .exception(null);
                }
                return;
            }
        }
    }
}
