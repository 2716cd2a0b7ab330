package net.aurpay.it.shop;

import org.jspecify.annotations.Nullable;

/** Reads what a customer wants. */
final class Item {
    private static final int LONGEST = 80;

    private Item() {}

    /** Any text in one line, and not a long one; "Mug" if there is none. */
    static String of(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.isEmpty()) {
            return "Mug";
        }
        int end = Math.min(LONGEST, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, end));
    }
}
