package net.aurpay.client.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text from which one or more layers of escapes were removed, with the origin of each of its characters. Thus a
 * secret that comes back in JSON, in a page or in a URL is found, however the secret is spelled there.
 */
final class Unescaped {
    /**
     * The ways to escape a character. Only one of them is undone at a time, because the result may look like another
     * escape.
     */
    public enum Escape {
        JSON("\\\\(?:u+([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([^ux]))"),
        HTML("&(?:#[xX]0*([0-9A-Fa-f]{1,5})|#0*([0-9]{1,6})|([A-Za-z]{2,6}));?"),
        PERCENT("(?:%[0-9A-Fa-f]{2})+");

        private final Pattern pattern;

        Escape(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        /** The text that an escape stands for; null if the match is not an escape. */
        private @Nullable String plain(Matcher escape) {
            return switch (this) {
                case JSON -> json(escape);
                case HTML -> html(escape);
                case PERCENT -> ofBytes(escape.group());
            };
        }
    }

    /**
     * The HTML entities of visible ASCII characters, with their names in lower case. HTML knows some of the names in
     * upper case, too.
     */
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("sol", "/"),
            Map.entry("bsol", "\\"),
            Map.entry("plus", "+"),
            Map.entry("equals", "="),
            Map.entry("num", "#"),
            Map.entry("dollar", "$"),
            Map.entry("percnt", "%"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("ast", "*"),
            Map.entry("comma", ","),
            Map.entry("period", "."),
            Map.entry("colon", ":"),
            Map.entry("semi", ";"),
            Map.entry("quest", "?"),
            Map.entry("excl", "!"),
            Map.entry("commat", "@"),
            Map.entry("lsqb", "["),
            Map.entry("rsqb", "]"),
            Map.entry("lbrack", "["),
            Map.entry("rbrack", "]"),
            Map.entry("lcub", "{"),
            Map.entry("rcub", "}"),
            Map.entry("lbrace", "{"),
            Map.entry("rbrace", "}"),
            Map.entry("hat", "^"),
            Map.entry("lowbar", "_"),
            Map.entry("grave", "`"),
            Map.entry("verbar", "|"),
            Map.entry("vert", "|"),
            Map.entry("tilde", "~"),
            Map.entry("nbsp", " "));

    private final String text;
    private final int[] from;
    private final int[] to;

    /**
     * Creates a text with its origin.
     *
     * @param from for each character, where its spelling begins in the original
     * @param to for each character, where its spelling ends in the original
     */
    private Unescaped(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    public static Unescaped of(String original) {
        int[] from = new int[original.length()];
        int[] to = new int[original.length()];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
            to[i] = i + 1;
        }
        return new Unescaped(original, from, to);
    }

    /** The text with one layer of {@code kind} removed; null if the text has no such escapes. */
    @Nullable
    Unescaped without(Escape kind) {
        Matcher escape = kind.pattern.matcher(text);
        StringBuilder decoded = new StringBuilder(text.length());
        int[] newFrom = new int[text.length()];
        int[] newTo = new int[text.length()];
        int end = 0;
        while (escape.find()) {
            String plain = kind.plain(escape);
            if (plain == null) {
                continue;
            }
            copy(decoded, newFrom, newTo, end, escape.start());
            end = escape.end();
            // The escapes are a run of bytes, each of which is one character. Other escapes have no run.
            boolean single = plain.length() * 3 == end - escape.start();
            for (int i = 0; i < plain.length(); i++) {
                newFrom[decoded.length()] = from[escape.start() + (single ? 3 * i : 0)];
                newTo[decoded.length()] = to[single ? escape.start() + 3 * i + 2 : end - 1];
                decoded.append(plain.charAt(i));
            }
        }
        if (end == 0) {
            return null;
        }
        copy(decoded, newFrom, newTo, end, text.length());
        return new Unescaped(decoded.toString(), newFrom, newTo);
    }

    public String text() {
        return text;
    }

    /** Adds the places in the original from which a part of this text comes. The part must not be empty. */
    public void addTo(BitSet places, int first, int behind) {
        places.set(from[first], to[behind - 1]);
    }

    private void copy(StringBuilder decoded, int[] newFrom, int[] newTo, int first, int behind) {
        System.arraycopy(from, first, newFrom, decoded.length(), behind - first);
        System.arraycopy(to, first, newTo, decoded.length(), behind - first);
        decoded.append(text, first, behind);
    }

    private static String json(Matcher escape) {
        String hex = escape.group(1) == null ? escape.group(2) : escape.group(1);
        if (hex != null) {
            return Character.toString(Integer.parseInt(hex, 16));
        }
        return switch (escape.group(3)) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escape.group(3);
        };
    }

    /** Every number with as few digits as the pattern allows is a code point. */
    private static @Nullable String html(Matcher escape) {
        if (escape.group(1) != null) {
            return Character.toString(Integer.parseInt(escape.group(1), 16));
        } else if (escape.group(2) != null) {
            return Character.toString(Integer.parseInt(escape.group(2)));
        }
        return ENTITIES.get(escape.group(3).toLowerCase(Locale.ROOT));
    }

    private static String ofBytes(String escapes) {
        byte[] bytes = new byte[escapes.length() / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(escapes.substring(3 * i + 1, 3 * i + 3), 16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
