package net.aurpay.webhook.verification;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.aurpay.webhook.CallbackUrls;

/**
 * Text from a callback's URL as a log or a table may hold it: readable, of a bounded length, and without characters that
 * forge a line or that a database refuses. Those are percent-encoded.
 */
public final class ReadableText {
    /** In bytes of UTF-8; as many as a reference of {@link CallbackUrls} can have, and the width of the table's column. */
    public static final int MAX_BYTES = 600;

    private ReadableText() {}

    /** Every printable character as it is. */
    public static String of(String text) {
        return of(text, true);
    }

    /** For a column that holds ASCII alone: everything else is percent-encoded. */
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
                    : encoded(character);
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

    private static String encoded(int character) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return encoded.toString();
    }
}
