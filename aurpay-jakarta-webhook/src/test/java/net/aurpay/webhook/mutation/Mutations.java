package net.aurpay.webhook.mutation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes a callback from a seed: it is signed and then changed in one to three places, or left unchanged. An even seed
 * and the next odd seed make the same changes, but for the odd seed the result is signed again, so that the verifier
 * also reads text that would otherwise fail the signature check.
 */
public final class Mutations {
    private final MutationRules rules;
    private final Random random;
    private final String secret;
    private final Map<String, List<String>> headers;
    private final Origin origin;
    private final String urlSuffix;

    private Mutations(MutationRules rules, long seed) {
        this.rules = rules;
        random = new Random(seed >> 1);
        secret = one(rules.secrets());
        Origin first = new Origin(date(), one(rules.bases()), urlSuffix());
        headers = headers(first);
        urlSuffix = mutated(first.urlSuffix());
        origin = (seed & 1) == 0 ? first : signedAnew(first.base());
    }

    /** Makes the same callback for the same rules and seed; only whether it is believed depends on the reading. */
    public static MutatedCallback of(MutationRules rules, Reading reading, long seed) {
        Mutations made = new Mutations(rules, seed);
        Origin origin = made.origin;
        boolean believed = reading.reaches(reading.urlSuffix(made.urlSuffix))
                && new Oracle(rules, origin, origin.sign(made.secret))
                        .believes(reading.urlSuffix(made.urlSuffix), reading.headers(made.headers));
        return new MutatedCallback(made.urlSuffix, made.headers, believed);
    }

    /** What the callback of a seed is signed for. If the callback is believed, this is what arrived. */
    public static Origin origin(MutationRules rules, long seed) {
        return new Mutations(rules, seed).origin;
    }

    private String date() {
        Instant sent = rules.now().minusMillis(random.nextInt(86_400_001)).plusMillis(random.nextInt(300_001));
        return text(random.nextInt(20) > 0 ? sent : far());
    }

    /** Changes headers as well, and returns the changed suffix of the URL. */
    private String mutated(String sent) {
        if (random.nextInt(5) == 0) {
            return sent;
        }
        String changed = sent;
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                changed = mutate(changed);
            } else {
                mutateHeader();
            }
        }
        return changed;
    }

    private Origin signedAnew(String base) {
        List<String> dates = headers.getOrDefault("Date", List.of());
        Origin anew = new Origin(dates.isEmpty() ? "" : dates.get(0), base, urlSuffix);
        headers.put("Signature", List.of(anew.sign(secret)));
        return anew;
    }

    private String urlSuffix() {
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

    private Map<String, List<String>> headers(Origin signed) {
        Map<String, List<String>> good = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        good.put("Callback-Token", List.of(one(rules.tokens())));
        good.put("Date", List.of(signed.date()));
        good.put("Signature", List.of(signed.sign(secret)));
        if (random.nextBoolean()) {
            good.put("Api-Key", List.of(rules.apiKey()));
        }
        good.put("X-Other", List.of("a", "b"));
        return good;
    }

    private void mutateHeader() {
        String name = List.of("Callback-Token", "Api-Key", "Date", "Date", "Signature")
                .get(random.nextInt(5));
        List<String> values = headers.getOrDefault(name, List.of());
        String value = values.isEmpty() ? "" : values.get(0);
        if (name.equals("Date") && random.nextInt(4) > 0) {
            headers.put(name, List.of(DateMutations.mutate(value, random)));
            return;
        }
        switch (random.nextInt(7)) {
            case 0 -> headers.remove(name);
            case 1 -> headers.put(name, List.of(value, value));
            case 2 -> headers.put(name, List.of(value, mutate(value)));
            case 3 -> headers.put(name, List.of(any()));
            case 4 -> headers.put(name, new ArrayList<>());
            default -> headers.put(name, List.of(mutate(value)));
        }
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String any() {
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
}
