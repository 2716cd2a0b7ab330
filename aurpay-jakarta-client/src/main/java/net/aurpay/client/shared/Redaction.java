package net.aurpay.client.shared;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes text from outside fit for a message: short, on one line, and without secrets, whether they are known or only
 * look like secrets. A secret is found under every layer of escapes, and before the text is truncated, because half a
 * secret would not be recognised.
 */
public final class Redaction {
    /**
     * Matches a MAC in Base64 or in hex, or a token of that length: one run of the characters that these consist of.
     */
    private static final Pattern SECRET_LIKE =
            Pattern.compile("[A-Za-z0-9+/]{40,}={1,2}|[0-9A-Za-z_-]{40,}(\\.[0-9A-Za-z_-]+)*");

    /**
     * Matches a value whose name says that the value is a secret, whatever its length. Such values come back if a
     * server repeats a request body, as JSON, as a form or as a header. FastAPI calls the repeated value {@code input}.
     */
    private static final Pattern CALLED_SECRET =
            Pattern.compile("(?i)(?:password|token|secret|key|verify_code|signature|input)[\"']?\\s{0,9}[:=]\\s{0,9}"
                    + "(\"(?:[^\"\\\\]|\\\\.)*+|'(?:[^'\\\\]|\\\\.)*+|[^\\s\"',;&<>}]+)");

    /**
     * How many unescaped variants of one text are searched at most: the layers of escapes are undone in every order. A
     * chain of servers adds fewer layers than that.
     */
    private static final int LAYERS = 100;

    /**
     * The maximum length of one escaped character. The longest was escaped three times: as an HTML entity, whose
     * ampersand was then escaped for JSON, and the backslash of that escape for a URL.
     */
    private static final int LONGEST_ESCAPE = 36;

    private static final int LONGEST_GUESS = 512;

    private Redaction() {}

    /**
     * Returns the text as a message may show it.
     *
     * @param length the maximum number of characters to keep
     */
    public static String text(String foreign, int length) {
        return text(foreign, length, List.of());
    }

    /**
     * Returns the text as a message may show it, without {@code secrets}.
     *
     * @param length the maximum number of characters to keep
     * @param secrets the known secrets, none of them empty
     */
    public static String text(String foreign, int length, List<String> secrets) {
        int end = Math.min(foreign.length(), 4 * length);
        // Read beyond the end, so that a secret that begins before the end is complete and is recognised.
        String read = foreign.substring(0, Math.min(foreign.length(), end + reach(secrets)));
        BitSet hidden = hidden(read, secrets);
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < end; i++) {
            if (!hidden.get(i)) {
                masked.append(read.charAt(i));
            } else if (i == 0 || !hidden.get(i - 1)) {
                masked.append("***");
            }
        }
        // Separators and control characters of Unicode, too: some begin a new line, others reverse the text's
        // direction.
        String line = masked.toString()
                .replace("\\/", "/")
                .replaceAll("[\\p{Z}\\p{C}]+", " ")
                .strip();
        return line.length() <= length ? line : line.substring(0, length) + "…";
    }

    /** How many characters beyond the last visible character may belong to a secret. */
    public static int reach(List<String> secrets) {
        int longest = secrets.stream().mapToInt(String::length).max().orElse(0);
        return LONGEST_GUESS + LONGEST_ESCAPE * longest;
    }

    private static BitSet hidden(String read, List<String> secrets) {
        BitSet hidden = new BitSet(read.length());
        Set<String> known = secrets.stream().map(Redaction::folded).collect(Collectors.toCollection(TreeSet::new));
        Set<String> seen = new HashSet<>();
        Deque<Unescaped> layers = new ArrayDeque<>(List.of(Unescaped.of(read)));
        while (!layers.isEmpty() && seen.size() < LAYERS) {
            Unescaped layer = layers.remove();
            if (seen.add(layer.text())) {
                hideKnown(layer, known, hidden);
                hide(layer, CALLED_SECRET, 1, hidden);
                hide(layer, SECRET_LIKE, 0, hidden);
                Stream.of(Unescaped.Escape.values())
                        .map(layer::without)
                        .filter(Objects::nonNull)
                        .forEach(layers::add);
            }
        }
        return hidden;
    }

    private static void hideKnown(Unescaped layer, Set<String> known, BitSet hidden) {
        String text = folded(layer.text());
        for (String secret : known) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                layer.addTo(hidden, at, at + secret.length());
            }
        }
    }

    private static void hide(Unescaped layer, Pattern pattern, int group, BitSet hidden) {
        Matcher matcher = pattern.matcher(layer.text());
        while (matcher.find()) {
            layer.addTo(hidden, matcher.start(group), matcher.end(group));
        }
    }

    /**
     * Returns the text in lower case, with a blank for each plus sign, because a form encodes a blank as a plus sign.
     * The length stays the same.
     */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(c == '+' ? ' ' : Character.toLowerCase((char) c)));
        return folded.toString();
    }
}
