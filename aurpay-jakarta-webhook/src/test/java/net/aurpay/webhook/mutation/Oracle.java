package net.aurpay.webhook.mutation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Decides whether a callback must be believed: what arrives is what was signed, it consists of a URL and a date, and
 * its headers prove what the rules require.
 *
 * @param origin the signed text
 * @param signature the right signature
 */
record Oracle(MutationRules rules, Origin origin, String signature) {
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{0,8192}");

    boolean believes(String urlSuffix, Map<String, List<String>> headers) {
        return urlSuffix.equals(origin.urlSuffix())
                && VISIBLE.matcher(urlSuffix).matches()
                && headers.getOrDefault("Signature", List.of()).equals(List.of(signature))
                && isSignedDate(headers.getOrDefault("Date", List.of()))
                && proves(headers.getOrDefault("Callback-Token", List.of()), rules.tokens(), true)
                && proves(headers.getOrDefault("Api-Key", List.of()), List.of(rules.apiKey()), false);
    }

    private boolean isSignedDate(List<String> values) {
        return values.equals(List.of(origin.date()))
                && DateOracle.read(origin.date()).filter(this::isTimely).isPresent();
    }

    private boolean isTimely(Instant date) {
        return !date.isAfter(rules.now().plus(rules.ahead()))
                && !date.isBefore(rules.now().minus(rules.behind()));
    }

    private static boolean proves(List<String> values, List<String> right, boolean required) {
        return values.isEmpty() ? !required : values.size() == 1 && right.contains(values.get(0));
    }
}
