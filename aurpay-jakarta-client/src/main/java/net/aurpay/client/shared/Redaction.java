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
 * Makes foreign text fit for a message: short, on one line, and without secrets, whether they are known or only look
 * like one. What is hidden is found in every layer of escapes, and before the text is cut: half a secret is not
 * recognised.
 */
public final class Redaction {
    /** A MAC in Base64 or in hex, or a token of its length: as one run of such characters. */
    private static final Pattern SECRET_LIKE =
            Pattern.compile("[A-Za-z0-9+/]{40,}={1,2}|[0-9A-Za-z_-]{40,}(\\.[0-9A-Za-z_-]+)*");

    /**
     * Whatever its length, a value that is called a secret: a body that is sent back, as JSON, form or header; FastAPI
     * calls it {@code input}.
     */
    private static final Pattern CALLED_SECRET =
            Pattern.compile("(?i)(?:password|token|secret|key|verify_code|signature|input)[\"']?\\s{0,9}[:=]\\s{0,9}"
                    + "(\"(?:[^\"\\\\]|\\\\.)*+|'(?:[^'\\\\]|\\\\.)*+|[^\\s\"',;&<>}]+)");

    /**
     * Texts that are looked through, with layers of escapes undone in every order: more than a chain of servers adds.
     */
    private static final int LAYERS = 100;

    /** Of one character, when an ampersand of HTML was escaped for JSON, and its backslash for a URL. */
    private static final int LONGEST_ESCAPE = 36;

    private static final int LONGEST_GUESS = 512;

    private Redaction() {}

    /**
     * The text as a message may show it.
     *
     * @param length how many characters are kept at most
     */
    public static String text(String foreign, int length) {
        return text(foreign, length, List.of());
    }

    /**
     * The same without {@code secrets}.
     *
     * @param secrets none of them empty
     */
    public static String text(String foreign, int length, List<String> secrets) {
        int end = Math.min(foreign.length(), 4 * length);
        // a secret that begins before the end is whole here, so that it is recognised
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
        // separators and controls of Unicode too: some of them begin a line, or turn the text around
        String line = masked.toString()
                .replace("\\/", "/")
                .replaceAll("[\\p{Z}\\p{C}]+", " ")
                .strip();
        return line.length() <= length ? line : line.substring(0, length) + "…";
    }

    /** How far behind the last character that is shown there may be a part of a secret, in characters. */
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

    /** In any case, and with a blank as a form writes it; of the same length as the text. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(c == '+' ? ' ' : Character.toLowerCase((char) c)));
        return folded.toString();
    }
}
