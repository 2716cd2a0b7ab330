package net.aurpay.it.shop;

import org.jspecify.annotations.Nullable;

/** Reads the text that describes what a customer buys. */
final class Item {
    private static final int LONGEST = 80;

    private Item() {}

    /** Returns the text in one line, truncated to 80 characters; "Mug" if the text is empty. */
    static String of(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.isEmpty()) {
            return "Mug";
        }
        int end = Math.min(LONGEST, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, end));
    }
}
