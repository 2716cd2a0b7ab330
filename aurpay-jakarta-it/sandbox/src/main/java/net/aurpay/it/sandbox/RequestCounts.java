package net.aurpay.it.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the requests to the API by operation, such as {@code GET /api/v2/order/detail/{order_id}}. Rejected requests and
 * those with a fault count, too. Unlike the {@link Journal}, the counts have no limit. Thread-safe.
 */
public final class RequestCounts {
    /** Requests for a path that the API does not have. */
    public static final String OTHER = "other";

    private static final Set<String> OPERATIONS = Set.of(
            "POST /api/user/login",
            "GET /api/plugin/key",
            "GET /api/order/pay/real-currency",
            "GET /api/order/pay/crypto-currency",
            "POST /api/order/pay-url",
            "POST /api/order/pay-info",
            "GET /api/v2/order/",
            "GET /api/v2/order/detail/{order_id}",
            "GET /api/v2/order/refund-info/{order_id}",
            "POST /api/v2/order/refund/{order_id}",
            "GET /api/v2/tx",
            "GET /api/withdraw/wallets",
            "POST /api/withdraw",
            "GET /api/contract/balance",
            "GET /api/bln/balance",
            "POST /api/bln/order",
            "POST /api/bln/withdraw");

    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void add(ReceivedRequest request) {
        counts.merge(operation(request), 1, Integer::sum);
    }

    static String operation(ReceivedRequest request) {
        return operation(request.method() + " " + request.path());
    }

    /** Paths that the API does not have are one operation: otherwise any request would make the map grow. */
    private static String operation(String request) {
        String template = request.substring(0, request.lastIndexOf('/') + 1) + "{order_id}";
        return OPERATIONS.contains(request) ? request : OPERATIONS.contains(template) ? template : OTHER;
    }

    /** Returns all operations of the API. */
    public static Set<String> operations() {
        return OPERATIONS;
    }

    /** Returns 0 for an operation that was not requested. */
    public synchronized int of(String operation) {
        return counts.getOrDefault(operation, 0);
    }

    /** Returns the counts of all operations that were requested. */
    public synchronized Map<String, Integer> all() {
        return Map.copyOf(counts);
    }

    /** Sets all counts to 0, and returns what they were. */
    public synchronized Map<String, Integer> reset() {
        Map<String, Integer> before = all();
        counts.clear();
        return before;
    }
}
