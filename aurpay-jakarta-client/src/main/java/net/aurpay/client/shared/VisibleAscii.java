package net.aurpay.client.shared;

import java.util.regex.Pattern;

/** Checks text that is sent as the value of an HTTP header: a line break in it would begin another header. */
public final class VisibleAscii {
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    private VisibleAscii() {}

    /**
     * Returns the text if every character of it is visible ASCII and it has at least one.
     *
     * @param what names the text in the message; the text itself may be a secret and is never shown
     * @throws IllegalArgumentException otherwise
     */
    public static String require(String text, String what) {
        if (!VISIBLE.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " must be visible ASCII characters without spaces");
        }
        return text;
    }
}
