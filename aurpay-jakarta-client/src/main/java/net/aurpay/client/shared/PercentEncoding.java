package net.aurpay.client.shared;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encodes UTF-8 text for a URL.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.3">RFC 3986, 2.3</a>
 */
public final class PercentEncoding {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Encodes everything except unreserved characters. */
    public static String encode(String text) {
        return encode(text, "");
    }

    /**
     * Encodes everything except unreserved characters and the characters in {@code alsoKept}.
     *
     * @param alsoKept ASCII characters that stay unencoded
     */
    public static String encode(String text, String alsoKept) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b) || alsoKept.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /** Whether a character never needs to be encoded. */
    public static boolean isUnreserved(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "-._~".indexOf(character) >= 0;
    }
}
