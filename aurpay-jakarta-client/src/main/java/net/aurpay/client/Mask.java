package net.aurpay.client;

import java.util.regex.Pattern;

/** Makes foreign text fit for a message: short, on one line, and without anything like a token or a MAC. */
final class Mask {
    /** A MAC in Base64 or in hex, or a token of its length: as one run of such characters. */
    private static final Pattern SECRET_LIKE =
            Pattern.compile("[A-Za-z0-9+/]{40,}={1,2}|[0-9A-Za-z_-]{40,}(\\.[0-9A-Za-z_-]+)*");

    private Mask() {}

    /** @param length how many characters are kept at most */
    static String text(String foreign, int length) {
        String line = SECRET_LIKE
                .matcher(foreign.substring(0, Math.min(foreign.length(), 4 * length)))
                .replaceAll("***")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return line.length() <= length ? line : line.substring(0, length) + "…";
    }
}
