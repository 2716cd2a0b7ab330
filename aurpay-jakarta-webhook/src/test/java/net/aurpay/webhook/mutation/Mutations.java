package net.aurpay.webhook.mutation;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.aurpay.webhook.testing.SignedCallback;

/**
 * Makes a callback out of a seed: signed, then changed in one to three places, or left as it is. It must be believed
 * if and only if what is signed and what proves it are untouched, as the reader of its channel reads them.
 */
public final class Mutations {
    private final MutationRules rules;
    private final Random random;

    private Mutations(MutationRules rules, long seed) {
        this.rules = rules;
        random = new Random(seed);
    }

    /** The same rules and seed make the same callback; only whether it is believed depends on the reading. */
    public static MutatedCallback of(MutationRules rules, Reading reading, long seed) {
        return new Mutations(rules, seed).make(reading);
    }

    private MutatedCallback make(Reading reading) {
        String rest = rest();
        Instant sent = rules.now().minusMillis(random.nextInt(86_400_001)).plusMillis(random.nextInt(300_001));
        boolean dated = random.nextInt(20) > 0;
        String date = text(dated ? sent : far());
        Map<String, List<String>> headers = headers(rest, date);
        Map<String, List<String>> before = copy(headers);
        String mutatedRest = rest;
        if (random.nextInt(5) > 0) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutatedRest = random.nextInt(3) == 0 ? mutate(mutatedRest) : mutateHeader(headers, mutatedRest);
            }
        }
        Map<String, List<String>> read = reading.headers(headers);
        boolean untouched = reading.rest(mutatedRest).equals(rest)
                && same(before, read, "Date")
                && same(before, read, "Signature")
                && proves(read.get("Callback-Token"), rules.tokens(), true)
                && proves(read.get("Api-Key"), List.of(rules.apiKey()), false);
        return new MutatedCallback(mutatedRest, headers, untouched && dated);
    }

    private String rest() {
        String path = random.nextBoolean() ? "/succeeded" : "/timed-out";
        return switch (random.nextInt(4)) {
            case 0 -> path;
            case 1 -> path + "?reference=" + random.nextInt(10_000);
            case 2 -> path + "?reference=A%2F" + random.nextInt(100) + "&x=%20y&z=a:b~%7e+;,";
            default ->
                path + "?reference=" + random.nextInt(100) + "&payment="
                        + String.format("%016x%016x", random.nextLong(), random.nextLong());
        };
    }

    private Instant far() {
        return random.nextBoolean()
                ? rules.now().plus(rules.ahead()).plusMillis(1 + random.nextInt(Integer.MAX_VALUE))
                : rules.now().minus(rules.behind()).minusSeconds(1 + random.nextInt(Integer.MAX_VALUE));
    }

    private String text(Instant date) {
        return switch (random.nextInt(3)) {
            case 0 -> date.toString();
            case 1 ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        date.atOffset(ZoneOffset.ofHoursMinutes(random.nextInt(12), random.nextInt(60))));
            default ->
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").format(date.atOffset(ZoneOffset.UTC));
        };
    }

    private Map<String, List<String>> headers(String rest, String date) {
        SignedCallback callback = SignedCallback.of(URI.create(one(rules.bases()) + rest))
                .signedWith(one(rules.tokens()), one(rules.secrets()))
                .withDate(date);
        if (random.nextBoolean()) {
            callback = callback.withApiKey(rules.apiKey());
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        callback.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put("X-Other", List.of("a", "b"));
        return headers;
    }

    /** Returns the rest of the URL, which a mutation of the date may touch, too. */
    private String mutateHeader(Map<String, List<String>> headers, String rest) {
        String name = List.of("Callback-Token", "Api-Key", "Date", "Signature").get(random.nextInt(4));
        List<String> values = headers.getOrDefault(name, List.of());
        String value = values.isEmpty() ? "" : values.get(0);
        switch (random.nextInt(7)) {
            case 0 -> headers.remove(name);
            case 1 -> headers.put(name, List.of(value, value));
            case 2 -> headers.put(name, List.of(value, mutate(value)));
            case 3 -> headers.put(name, List.of(any(headers)));
            case 4 -> headers.put(name, new ArrayList<>());
            default -> headers.put(name, List.of(mutate(value)));
        }
        return rest;
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String any(Map<String, List<String>> headers) {
        List<String> values =
                headers.values().stream().flatMap(List::stream).sorted().toList();
        return values.isEmpty() ? "" : values.get(random.nextInt(values.size()));
    }

    private String mutate(String text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        String head = text.substring(0, at);
        String tail = text.substring(at);
        String more = tail.isEmpty() ? "" : tail.substring(1);
        return switch (random.nextInt(10)) {
            case 0 -> head + more;
            case 1 -> head + (char) (' ' + random.nextInt(95)) + more;
            case 2 -> head + (char) random.nextInt(0x3000) + tail;
            case 3 -> head + (tail.isEmpty() ? "" : (char) (tail.charAt(0) ^ (1 << random.nextInt(7)))) + more;
            case 4 ->
                text + List.of("=", " ", "\n", "&", "?", "%00", "/", "\0", ",").get(random.nextInt(9));
            case 5 -> " " + text;
            case 6 -> swapCase(text);
            case 7 -> head;
            case 8 -> text.replace("%2F", "/").replace("+00:00", "Z").replace("%20", "+");
            default -> text + text;
        };
    }

    private static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder();
        text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(swapped::appendCodePoint);
        return swapped.toString();
    }

    private static boolean same(Map<String, List<String>> before, Map<String, List<String>> after, String name) {
        return before.getOrDefault(name, List.of()).equals(after.getOrDefault(name, List.of()));
    }

    private static boolean proves(
            @org.jspecify.annotations.Nullable List<String> values, List<String> right, boolean required) {
        if (values == null || values.isEmpty()) {
            return !required;
        }
        return values.size() == 1 && right.contains(values.get(0));
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }
}
