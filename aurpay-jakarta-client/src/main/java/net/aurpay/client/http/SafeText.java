package net.aurpay.client.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import net.aurpay.client.shared.PercentEncoding;

/**
 * Carries a text through the REST client unchanged. REST clients differ in how they encode a text: one writes {@code
 * %3A} for a colon, another takes {@code %41} for encoded already, or fails at a brace. Therefore the REST client gets
 * every text but the simplest in a spelling of letters, digits and underscores, which all REST clients leave alone, and
 * {@link RequestTarget} encodes the text that the spelling stands for.
 */
final class SafeText {
    private static final String MARK = "_aurpay_";
    private static final HexFormat HEX = HexFormat.of();

    /** Texts that need no spelling. No such text has an underscore, so none looks like a spelling. */
    private static final Pattern SIMPLE = Pattern.compile("[0-9A-Za-z.-]+");

    private static final Pattern SPELLING = Pattern.compile(MARK + "((?:[0-9a-f]{2})*)_");

    private SafeText() {}

    /**
     * Returns the text if it is simple, otherwise its spelling.
     *
     * @throws IllegalArgumentException if the text contains half of a surrogate pair, which UTF-8 cannot express
     */
    static String spell(String text) {
        if (SIMPLE.matcher(text).matches()) {
            return text;
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("must be valid Unicode");
        }
        return MARK + HEX.formatHex(text.getBytes(StandardCharsets.UTF_8)) + "_";
    }

    /** Replaces each spelling in a path or a query by the text that it stands for, percent-encoded except {@code :}. */
    static String encoded(String target) {
        return target.contains(MARK)
                ? SPELLING.matcher(target).replaceAll(spelling -> PercentEncoding.encode(text(spelling.group(1)), ":"))
                : target;
    }

    private static String text(String hex) {
        return new String(HEX.parseHex(hex), StandardCharsets.UTF_8);
    }
}
