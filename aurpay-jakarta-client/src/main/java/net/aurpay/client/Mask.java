package net.aurpay.client;

import java.util.regex.Pattern;

/** Makes foreign text fit for a message: short, on one line, and without anything like a token or a MAC. */
final class Mask {
    /** A MAC in Base64 or in hex, or a token of its length: as one run of such characters. */
    private static final Pattern SECRET_LIKE =
            Pattern.compile("[A-Za-z0-9+/]{40,}={1,2}|[0-9A-Za-z_-]{40,}(\\.[0-9A-Za-z_-]+)*");

    /**
     * Whatever its length, a value that is called a secret: a body that is sent back, as JSON, form or header; FastAPI calls
     * it {@code input}.
     */
    private static final Pattern CALLED_SECRET =
            Pattern.compile("(?i)((?:password|token|secret|key|verify_code|signature|input)[\"']?\\s{0,9}[:=]\\s{0,9})"
                    + "(?:\"[^\"]*|'[^']*|[^\\s\"',;&<>}]+)");

    private Mask() {}

    /** @param length how many characters are kept at most */
    static String text(String foreign, int length) {
        String start =
                foreign.substring(0, Math.min(foreign.length(), 4 * length)).replace("\\/", "/");
        String masked = SECRET_LIKE
                .matcher(CALLED_SECRET.matcher(start).replaceAll("$1***"))
                .replaceAll("***");
        // separators and controls of Unicode too: some of them begin a line, or turn the text around
        String line = masked.replaceAll("[\\p{Z}\\p{C}]+", " ").strip();
        return line.length() <= length ? line : line.substring(0, length) + "…";
    }
}
