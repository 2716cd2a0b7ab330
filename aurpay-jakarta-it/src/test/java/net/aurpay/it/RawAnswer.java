package net.aurpay.it;

/**
 * An answer as a raw socket sees it.
 *
 * @param status 0 if the connection was closed without an answer
 * @param head the status line and the headers
 */
record RawAnswer(int status, String head, String body) {
    static final RawAnswer NONE = new RawAnswer(0, "", "");

    /** Whether the callback resource gave it, and not the server by itself. */
    boolean isOurs() {
        return head.contains("no-store");
    }
}
