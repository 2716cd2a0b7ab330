package net.aurpay.webhook.endpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.aurpay.client.http.ConfiguredSecrets;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.verification.CallbackVerifierBuilder;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the keys of {@link WebhookKeys}. If a value is wrong, the {@link IllegalArgumentException} names its key.
 */
final class ConfigReader {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})( ?(KiB|MiB))?");

    private static final List<String> SECRETS = List.of(WebhookKeys.TOKEN, WebhookKeys.SECRET, WebhookKeys.API_KEY);

    /** In characters. Aurpay may issue shorter values. */
    private static final int USUAL_LENGTH = 16;

    private final Config config;
    private final ConfiguredSecrets secrets;

    ConfigReader(Config config) {
        this.config = config;
        secrets = new ConfiguredSecrets(config);
    }

    /**
     * Returns whether no key has a value.
     *
     * @param environment names of environment variables. Some servers list {@code AURPAY_WEBHOOK_MAX_AGE} as {@code
     *     aurpay.webhook.max.age}, and Kubernetes sets {@code AURPAY_WEBHOOK_PORT} for a service of that name
     * @throws IllegalArgumentException for a key that does not exist, because a mistyped {@code confirm} would confirm
     *     nothing
     */
    boolean isEmpty(Set<String> environment) {
        for (String name : config.getPropertyNames()) {
            if (isOurs(name)
                    && !WebhookKeys.ALL.contains(name)
                    && environment.stream().noneMatch(variable(name)::equalsIgnoreCase)) {
                throw new IllegalArgumentException(name + " is not a key; the keys are " + WebhookKeys.ALL);
            }
        }
        return WebhookKeys.ALL.stream()
                .allMatch(key -> SECRETS.contains(key)
                        ? secrets.several(key).isEmpty()
                        : text(key).isEmpty());
    }

    private static boolean isOurs(String name) {
        return name.startsWith(WebhookKeys.PREFIX) || name.startsWith(WebhookKeys.PAYMENTS_PREFIX);
    }

    /** Variables that look like a key but match none. They may be mistyped, or Kubernetes may have set them. */
    static List<String> unknownVariables(Set<String> environment) {
        List<String> known =
                WebhookKeys.ALL.stream().map(ConfigReader::variable).toList();
        return environment.stream()
                .filter(name -> name.startsWith(variable(WebhookKeys.PREFIX))
                        || name.startsWith(variable(WebhookKeys.PAYMENTS_PREFIX)))
                .filter(name -> !known.contains(name))
                .toList();
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip);
    }

    List<String> list(String key) {
        return config.getOptionalValues(key, String.class).orElse(List.of()).stream()
                .map(String::strip)
                .toList();
    }

    /** Returns whether no callback secret of the unnamed account is configured. */
    boolean hasNoSecrets() {
        return SECRETS.stream().allMatch(key -> secrets.several(key).isEmpty());
    }

    /**
     * Returns the values as they were written. If one of several values is short, it is more likely a part of a value
     * with a comma in it.
     */
    List<String> secrets(String key) {
        List<String> values = secrets.several(key);
        requireWhole(key, values);
        return values;
    }

    /** Rejects several values of which one is short. */
    static void requireWhole(String key, List<String> values) {
        if (values.size() > 1 && values.stream().anyMatch(ConfigReader::isShort)) {
            throw new IllegalArgumentException(key + " has " + values.size()
                    + " values, because a comma separates"
                    + " values, and one of them has fewer than " + USUAL_LENGTH + " characters: write a comma that is"
                    + " part of a secret as \\,");
        }
    }

    /** Returns a warning for each key with an unusually short value, which is not a reason to reject the deployment. */
    List<String> shortSecrets() {
        return SECRETS.stream()
                .filter(key -> secrets.several(key).stream().anyMatch(ConfigReader::isShort))
                .map(ConfigReader::shortSecret)
                .toList();
    }

    static String shortSecret(String key) {
        return key + " has fewer than " + USUAL_LENGTH + " characters: compare it with the"
                + " dashboard, since a short value may be cut off and is easier to guess";
    }

    static boolean isShort(String secret) {
        return secret.length() < USUAL_LENGTH;
    }

    boolean flag(String key, String otherwise) {
        String value = text(key).orElse(otherwise);
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(key + " must be true or false, was <" + value + ">");
        }
        return value.equals("true");
    }

    Duration duration(String key, String otherwise) {
        return parse(key, text(key).orElse(otherwise));
    }

    /** Reads durations that are separated by commas. */
    List<Duration> durations(String key, String otherwise) {
        List<String> values = list(key);
        return (values.isEmpty() ? List.of(otherwise.split(",", -1)) : values)
                .stream().map(value -> parse(key, value)).toList();
    }

    private static Duration parse(String key, String value) {
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isNegative() && duration.compareTo(CallbackVerifierBuilder.MAX_DURATION) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Reported below.
        }
        throw new IllegalArgumentException(
                key + " must be an ISO-8601 duration such as PT5M or P1D, at most P36500D, was <" + value + ">");
    }

    /** Reads digits, optionally followed by KiB or MiB; above 0. */
    int size(String key, String otherwise) {
        String value = text(key).orElse(otherwise);
        Matcher size = SIZE.matcher(value);
        long factor = value.endsWith("KiB") ? 1024 : value.endsWith("MiB") ? 1024 * 1024 : 1;
        long number = size.matches() ? Long.parseLong(size.group(1)) * factor : 0;
        if (number <= 0 || number > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    key + " must be a number above 0, such as 65536, 64 KiB or 1 MiB, was <" + value + ">");
        }
        return (int) number;
    }

    <T> T named(String key, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }
}
