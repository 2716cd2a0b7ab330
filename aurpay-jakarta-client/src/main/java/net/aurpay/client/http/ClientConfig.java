package net.aurpay.client.http;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.client.Algorithm;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Credentials;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of the application under {@code aurpay.*}; {@link ClientKeys} declares the keys.
 *
 * @param maxResponseSize in bytes
 */
public record ClientConfig(
        Map<CredentialSet, Credentials> credentials, SigningRules rules, int maxResponseSize, Retries retries) {
    /**
     * Reads the configuration.
     *
     * @throws IllegalArgumentException if a key is missing or wrong; the message names the key
     */
    public static ClientConfig of(Config config) {
        Map<CredentialSet, Credentials> credentials = new EnumMap<>(CredentialSet.class);
        for (CredentialSet set : CredentialSet.values()) {
            credentials(config, set, ClientKeys.PREFIX).ifPresent(found -> credentials.put(set, found));
        }
        SigningRules rules = new SigningRules(
                isSecond(config, ClientKeys.BODY_MD5_CASE, ClientKeys.DEFAULT_BODY_MD5_CASE, "upper"),
                isSecond(config, ClientKeys.EMPTY_BODY, ClientKeys.DEFAULT_EMPTY_BODY, "omit"));
        int maxResponseSize = value(
                config, ClientKeys.MAX_RESPONSE_SIZE, ClientKeys.DEFAULT_MAX_RESPONSE_SIZE, ClientConfig::responseSize);
        return new ClientConfig(Map.copyOf(credentials), rules, maxResponseSize, retries(config));
    }

    /**
     * The credentials of a set.
     *
     * @throws AurpayException if the set has no credentials; the message names the missing keys
     */
    public Credentials require(CredentialSet set) {
        Credentials found = credentials.get(set);
        if (found == null) {
            throw FailureDetails.unsent("no credentials: set " + set.apiToken() + " and " + set.secretKey() + ", or "
                            + set.apiKey() + "; nothing was sent")
                    .exception(null);
        }
        return found;
    }

    /**
     * Reads the credentials of an account. Empty if the configuration has no credentials for the account. The algorithm is
     * inherited from the unnamed account, secrets never are.
     *
     * @param prefix of the account's keys, such as {@code aurpay.accounts.north.}; for the unnamed account, {@code aurpay.}
     * @throws IllegalArgumentException if a key is missing or wrong; the message names the key
     */
    public static Optional<Credentials> credentials(Config config, CredentialSet set, String prefix) {
        Algorithm inherited = value(config, set.algorithm(), ClientKeys.DEFAULT_ALGORITHM, Algorithm::of);
        String algorithmKey = CredentialSet.under(prefix, set.algorithm());
        String own = text(config, algorithmKey);
        Algorithm algorithm = own == null ? inherited : named(algorithmKey, own, Algorithm::of);
        ConfiguredSecrets secrets = new ConfiguredSecrets(config);
        String tokenKey = CredentialSet.under(prefix, set.apiToken());
        String secretKeyKey = CredentialSet.under(prefix, set.secretKey());
        String apiToken = secrets.single(tokenKey).orElse(null);
        String secretKey = secrets.single(secretKeyKey).orElse(null);
        if (apiToken == null && secretKey == null) {
            String key = CredentialSet.under(prefix, set.apiKey());
            return secrets.single(key).map(apiKey -> named(key, apiKey, Credentials::apiKey));
        }
        if (apiToken == null || secretKey == null) {
            String missing = apiToken == null ? tokenKey : secretKeyKey;
            String present = apiToken == null ? secretKeyKey : tokenKey;
            throw new IllegalArgumentException(
                    missing + " is missing: " + present + " is set, and a signature takes both");
        }
        return Optional.of(named(tokenKey, apiToken, token -> Credentials.signature(token, secretKey)
                .withAlgorithm(algorithm)));
    }

    private static Retries retries(Config config) {
        return new Retries(
                value(config, ClientKeys.MAX_RETRIES, ClientKeys.DEFAULT_MAX_RETRIES, ClientConfig::maxRetries),
                value(
                        config,
                        ClientKeys.MAX_RETRY_WAIT,
                        ClientKeys.DEFAULT_MAX_RETRY_WAIT,
                        ClientConfig::maxRetryWait));
    }

    private static int maxRetries(String text) {
        int max = Integer.parseInt(text);
        if (max < 0 || max > 10) {
            throw new IllegalArgumentException("must be 0 to 10, was <" + max + ">");
        }
        return max;
    }

    private static Duration maxRetryWait(String text) {
        Duration wait;
        try {
            wait = Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO 8601 duration such as PT5S, was <" + text + ">", e);
        }
        if (wait.isNegative() || wait.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("must be 0 to PT5M, was <" + text + ">");
        }
        return wait;
    }

    private static int responseSize(String text) {
        int size = Integer.parseInt(text);
        if (size <= 0) {
            throw new IllegalArgumentException("must be > 0 bytes, was <" + size + ">");
        }
        return size;
    }

    private static boolean isSecond(Config config, String key, String first, String second) {
        String value = text(config, key);
        if (value != null && !value.equals(first) && !value.equals(second)) {
            throw new IllegalArgumentException(key + " must be " + first + " or " + second + ", was <" + value + ">");
        }
        return second.equals(value);
    }

    private static <T> T value(Config config, String key, String otherwise, Function<String, T> reading) {
        String text = text(config, key);
        return named(key, text == null ? otherwise : text, reading);
    }

    private static <T> T named(String key, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    /**
     * The value of a key; null if the key has no value. Rejects white space at either end: a blank at the end of a line
     * in a properties file belongs to the value, but nobody sees it.
     */
    private static @Nullable String text(Config config, String key) {
        String value = config.getOptionalValue(key, String.class).orElse(null);
        if (value != null && !value.equals(value.strip())) {
            throw new IllegalArgumentException(key + " must not begin or end with white space");
        }
        return value;
    }
}
