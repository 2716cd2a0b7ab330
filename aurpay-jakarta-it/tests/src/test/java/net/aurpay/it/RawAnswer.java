package net.aurpay.it;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An answer as a raw socket sees it.
 *
 * @param status 0 if the connection was closed without an answer
 * @param head the status line and the headers
 */
record RawAnswer(int status, String head, String body) {
    /** Those that the servers add to every answer, and what any answer has. */
    private static final Set<String> TELLING_NOTHING = Set.of(
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

    static final RawAnswer NONE = new RawAnswer(0, "", "");

    /** Whether the callback resource gave it, and not the server by itself. */
    boolean isOurs() {
        return head.contains("no-store");
    }

    /** What of it could say more than the status; empty if nothing. */
    String tellsMore() {
        return head.lines()
                        .skip(1)
                        .filter(line -> line.contains(":"))
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .filter(name -> !TELLING_NOTHING.contains(name.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "))
                + body;
    }
}
