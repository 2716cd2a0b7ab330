package net.aurpay.webhook;

import java.net.URI;
import java.time.Duration;
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
 * if and only if what is signed and what proves it are untouched.
 */
final class Mutations {
    static final List<String> TOKENS = List.of(Sample.TOKEN, "new-token");
    static final List<String> SECRETS = List.of(Sample.SECRET, "new-secret");
    static final List<String> BASES = List.of(Sample.BASE, "https://old.example.com/hooks");

    private final Random random;

    private Mutations(long seed) {
        random = new Random(seed);
    }

    static CallbackVerifier verifier() {
        return Sample.verifier()
                .url(BASES.get(1))
                .token(TOKENS.get(1))
                .secret(SECRETS.get(1))
                .apiKey(Sample.API_KEY)
                .build();
    }

    static MutatedCallback of(long seed) {
        return new Mutations(seed).make();
    }

    private MutatedCallback make() {
        String rest = rest();
        Instant sent = Sample.NOW.minusMillis(random.nextInt(86_400_001)).plusMillis(random.nextInt(300_001));
        boolean dated = random.nextInt(20) > 0;
        String date = text(dated ? sent : farFrom(sent));
        Map<String, List<String>> headers = headers(rest, date);
        Map<String, List<String>> before = copy(headers);
        String mutatedRest = rest;
        if (random.nextInt(5) > 0) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutatedRest = random.nextInt(3) == 0 ? mutate(mutatedRest) : mutateHeader(headers, mutatedRest);
            }
        }
        boolean untouched = mutatedRest.equals(rest)
                && same(before, headers, "Date")
                && same(before, headers, "Signature")
                && proves(headers.get("Callback-Token"), TOKENS, true)
                && proves(headers.get("Api-Key"), List.of(Sample.API_KEY), false);
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

    private Instant farFrom(Instant sent) {
        return random.nextBoolean()
                ? Sample.NOW.plus(Duration.ofMinutes(5)).plusMillis(1 + random.nextInt(Integer.MAX_VALUE))
                : sent.minus(Duration.ofDays(2)).minusSeconds(random.nextInt(Integer.MAX_VALUE));
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
        SignedCallback callback = SignedCallback.of(URI.create(BASES.get(random.nextInt(2)) + rest))
                .signedWith(TOKENS.get(random.nextInt(2)), SECRETS.get(random.nextInt(2)))
                .withDate(date);
        if (random.nextBoolean()) {
            callback = callback.withApiKey(Sample.API_KEY);
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
