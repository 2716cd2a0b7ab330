package net.aurpay.client.shared;

/** Checks text that is sent as the value of an HTTP header: a line break in the text would begin another header. */
public final class VisibleAscii {
    private VisibleAscii() {}

    /**
     * Returns the text if the text is not empty and every character is visible ASCII.
     *
     * @param what names the text in the message; the text itself may be a secret and is never shown
     * @throws IllegalArgumentException if the text is empty or contains any other character
     */
    public static String require(String text, String what) {
        if (!isVisible(text, Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(what + " must be visible ASCII characters without spaces");
        }
        return text;
    }

    /** Whether the text consists of 1 to {@code max} visible ASCII characters. */
    public static boolean isVisible(String text, int max) {
        if (text.isEmpty() || text.length() > max) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '!' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
