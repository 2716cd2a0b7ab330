package net.aurpay.webhook.verification;

import java.nio.charset.StandardCharsets;
import net.aurpay.client.shared.PercentEncoding;

/**
 * Makes text from a callback's URL fit for a log or a table: readable, of limited length, and without characters that
 * could forge a log line or that a database rejects. Such characters are percent-encoded.
 */
public final class ReadableText {
    /**
     * In bytes of UTF-8: as many as a reference of {@code CallbackUrls} can have, and the width of the column in the
     * table.
     */
    public static final int MAX_BYTES = 600;

    private ReadableText() {}

    /** Keeps every printable character. */
    public static String of(String text) {
        return of(text, true);
    }

    /** Keeps printable ASCII and percent-encodes everything else, for a column that holds ASCII only. */
    public static String ascii(String text) {
        return of(text, false);
    }

    private static String of(String text, boolean unicode) {
        StringBuilder readable = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            String next = isPrintable(character) && (unicode || character < 0x80)
                    ? Character.toString(character)
                    : PercentEncoding.encode(Character.toString(character));
            bytes += next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                break;
            }
            readable.append(next);
        }
        return readable.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
