package net.aurpay.webhook.cashier;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A request of a customer's browser.
 *
 * @param link the last part of the path
 * @param query the decoded parameters; a parameter without a value has an empty one
 * @param languages the header {@code Accept-Language}; empty if the request has no such header
 */
public record CashierRequest(String link, Map<String, String> query, String languages) {
    /** Shows the choice even if a payment is open. Otherwise a customer who goes back in the browser could not choose again. */
    static final String CHOOSE = "choose";

    /** The cryptocurrency, as chain and currency with a slash in between. */
    static final String COIN = "coin";

    /** The payment that the customer does not want any more. */
    static final String INSTEAD_OF = "instead-of";

    /**
     * Reads a request.
     *
     * @param target path and query, as they arrived
     */
    public static CashierRequest of(String target, String languages) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        Map<String, String> query = new HashMap<>();
        for (String pair :
                question < 0 ? new String[0] : target.substring(question + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(
                    equals < 0 ? pair : pair.substring(0, equals),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return new CashierRequest(path.substring(path.lastIndexOf('/') + 1), query, languages);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    boolean has(String name) {
        return query.containsKey(name);
    }

    String value(String name) {
        return query.getOrDefault(name, "");
    }
}
