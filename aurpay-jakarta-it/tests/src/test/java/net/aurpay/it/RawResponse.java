package net.aurpay.it;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A response as a raw socket receives it.
 *
 * @param status 0 if the connection was closed without a response
 * @param head the status line and the headers
 */
record RawResponse(int status, String head, String body) {
    /** Names of headers that the servers add to every response, and of those that any response has. */
    private static final Set<String> HARMLESS_HEADERS = Set.of(
            "cache-control",
            "connection",
            "content-language",
            "content-length",
            "content-type",
            "date",
            "keep-alive",
            "server",
            "transfer-encoding",
            "x-frame-options",
            "x-powered-by");

    static final RawResponse NONE = new RawResponse(0, "", "");

    /** Whether the response comes from the callback resource, and not from the server itself. */
    boolean isOurs() {
        return head.contains("no-store");
    }

    /** Returns everything that could say more than the status; the empty string if nothing does. */
    String tellsMore() {
        return head.lines()
                        .skip(1)
                        .filter(line -> line.contains(":"))
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .filter(name -> !HARMLESS_HEADERS.contains(name.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "))
                + body;
    }
}
