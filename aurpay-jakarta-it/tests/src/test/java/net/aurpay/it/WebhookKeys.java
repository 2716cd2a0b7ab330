package net.aurpay.it;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.aurpay.webhook.endpoint.WebhookConfig;
import net.aurpay.webhook.verification.AuthenticationFactor;

/** Knows the configuration keys that the webhook reads, and their defaults. */
public final class WebhookKeys {
    private static final Map<String, String> LEAST = Map.of(
            "aurpay.webhook.url", "https://shop.example.com/pay",
            "aurpay.webhook.token", "a",
            "aurpay.webhook.secret", "b");

    private WebhookKeys() {}

    /**
     * Reads a configuration as a deployment does, with values for the required keys that a snippet leaves out.
     *
     * @throws IllegalArgumentException if a deployment with this configuration would fail
     */
    public static void read(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(values);
        WebhookConfig.of(new AskedConfig(all));
    }

    public static Set<String> asked() {
        AskedConfig nothing = new AskedConfig(Map.of());
        WebhookConfig.of(nothing);
        AskedConfig least = new AskedConfig(LEAST);
        WebhookConfig.of(least);
        nothing.asked().addAll(least.asked());
        return nothing.asked();
    }

    /** Returns the default of every key; the empty string if the key has no default. */
    public static Map<String, String> defaults() {
        String nothing = WebhookConfig.of(new AskedConfig(Map.of()))
                .map(Object::toString)
                .orElse("");
        WebhookConfig least = WebhookConfig.of(new AskedConfig(LEAST)).orElseThrow();
        Map<String, String> defaults = new TreeMap<>();
        defaults.put("url", nothing);
        defaults.put("token", nothing);
        defaults.put("secret", nothing);
        defaults.put(
                "api-key",
                least.verifier().toString().contains("apiKeys=0")
                        ? ""
                        : least.verifier().toString());
        defaults.put(
                "require",
                Arrays.stream(AuthenticationFactor.values())
                        .filter(least.verifier().required()::contains)
                        .map(AuthenticationFactor::configName)
                        .collect(Collectors.joining(",")));
        defaults.put("tolerance", duration(least, "tolerance"));
        defaults.put("max-age", duration(least, "maxAge"));
        defaults.put("max-body-size", Integer.toString(least.maxBodySize()));
        defaults.put("confirm", Boolean.toString(least.confirm()));
        defaults.put("confirm-timeout", text(least.confirmTimeout()));
        defaults.put("user-id", least.userId().orElse(""));
        defaults.put("datasource", least.inbox().datasource().orElse(""));
        defaults.put("table", least.inbox().table());
        defaults.put("inbox-size", Integer.toString(least.inbox().size()));
        defaults.put("retention", text(least.inbox().retention().orElseThrow()));
        Map<String, String> all = new TreeMap<>();
        defaults.forEach((key, value) -> all.put("aurpay.webhook." + key, value));
        return all;
    }

    private static String duration(WebhookConfig config, String name) {
        Matcher shown = Pattern.compile(name + "=(P[A-Z0-9]+)")
                .matcher(config.verifier().toString());
        if (!shown.find()) {
            throw new AssertionError(config.verifier().toString());
        }
        return text(Duration.parse(shown.group(1)));
    }

    /** Writes {@code P1D} where Java writes {@code PT24H}. */
    private static String text(Duration duration) {
        long days = duration.toDays();
        return days > 0 && duration.equals(Duration.ofDays(days)) ? "P" + days + "D" : duration.toString();
    }
}
