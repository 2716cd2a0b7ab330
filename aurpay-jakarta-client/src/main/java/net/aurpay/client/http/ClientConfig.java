package net.aurpay.client.http;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import net.aurpay.client.Algorithm;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Credentials;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of the application under {@code aurpay.*}. {@code docs/configuration.md} is generated from this
 * list.
 *
 * <ul>
 *   <li>{@code aurpay.api-key} the API key for key authentication, which Aurpay recommends for testing only
 *   <li>{@code aurpay.api-token} the API token for signature authentication, together with the secret key; takes
 *       precedence over the API key
 *   <li>{@code aurpay.secret-key} the key that requests are signed with; it is never sent
 *   <li>{@code aurpay.algorithm} the signature algorithm; or {@code HMAC-SHA3_256}
 *   <li>{@code aurpay.lightning.api-key} the API key for Lightning, where the main credentials are not accepted
 *   <li>{@code aurpay.lightning.api-token} the API token for Lightning, together with its secret key
 *   <li>{@code aurpay.lightning.secret-key} the key that requests to Lightning are signed with; it is never sent
 *   <li>{@code aurpay.lightning.algorithm} the signature algorithm for Lightning; or {@code HMAC-SHA3_256}
 *   <li>{@code aurpay.signing.body-md5-case} or {@code upper}: Aurpay's documentation says both
 *   <li>{@code aurpay.signing.empty-body} or {@code omit}: what is signed as the MD5 of the body if a POST has no body
 *   <li>{@code aurpay.max-response-size} in bytes; a longer response is an exception
 *   <li>{@code aurpay.max-retries} how often a call that only reads is tried again while Aurpay is unavailable, 0 to
 *       10; 0 switches retries off
 *   <li>{@code aurpay.max-retry-wait} the longest wait before a retry, in ISO 8601, at most {@code PT5M}. If Aurpay
 *       asks the client to wait longer, the call fails at once
 * </ul>
 *
 * @param maxResponseSize in bytes
 */
public record ClientConfig(
        Map<CredentialSet, Credentials> credentials, SigningRules rules, int maxResponseSize, Retries retries) {
    static final int DEFAULT_MAX_RESPONSE_SIZE = 10 * 1024 * 1024;

    /**
     * Reads the configuration.
     *
     * @throws IllegalArgumentException if a key is missing or wrong; the message names the key
     */
    public static ClientConfig of(Config config) {
        Map<CredentialSet, Credentials> credentials = new EnumMap<>(CredentialSet.class);
        for (CredentialSet set : CredentialSet.values()) {
            Credentials found = credentials(config, set);
            if (found != null) {
                credentials.put(set, found);
            }
        }
        SigningRules rules = new SigningRules(
                isSecond(config, "aurpay.signing.body-md5-case", "lower", "upper"),
                isSecond(config, "aurpay.signing.empty-body", "md5", "omit"));
        Integer maxResponseSize = value(config, "aurpay.max-response-size", ClientConfig::responseSize);
        return new ClientConfig(
                Map.copyOf(credentials),
                rules,
                maxResponseSize == null ? DEFAULT_MAX_RESPONSE_SIZE : maxResponseSize,
                retries(config));
    }

    /**
     * The credentials of a set.
     *
     * @throws AurpayException if the set has no credentials; the message names the missing keys
     */
    public Credentials require(CredentialSet set) {
        Credentials found = credentials.get(set);
        if (found == null) {
            throw FailureDetails.unsent("no credentials: set " + set.key("api-token") + " and " + set.key("secret-key")
                            + ", or " + set.key("api-key") + "; nothing was sent")
                    .exception(null);
        }
        return found;
    }

    private static @Nullable Credentials credentials(Config config, CredentialSet set) {
        Algorithm algorithm = value(config, set.key("algorithm"), Algorithm::of);
        ConfiguredSecrets secrets = new ConfiguredSecrets(config);
        String apiToken = secrets.single(set.key("api-token")).orElse(null);
        String secretKey = secrets.single(set.key("secret-key")).orElse(null);
        if (apiToken == null && secretKey == null) {
            return named(set.key("api-key"), secrets.single(set.key("api-key")).orElse(null), Credentials::apiKey);
        }
        if (apiToken == null || secretKey == null) {
            String missing = set.key(apiToken == null ? "api-token" : "secret-key");
            String present = set.key(apiToken == null ? "secret-key" : "api-token");
            throw new IllegalArgumentException(
                    missing + " is missing: " + present + " is set, and a signature takes both");
        }
        return named(set.key("api-token"), apiToken, token -> Credentials.signature(token, secretKey)
                .withAlgorithm(algorithm == null ? Algorithm.HMAC_SHA256 : algorithm));
    }

    private static Retries retries(Config config) {
        Integer max = value(config, "aurpay.max-retries", ClientConfig::maxRetries);
        Duration maxWait = value(config, "aurpay.max-retry-wait", ClientConfig::maxRetryWait);
        return new Retries(
                max == null ? Retries.DEFAULT.max() : max, maxWait == null ? Retries.DEFAULT.maxWait() : maxWait);
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

    private static <T> @Nullable T value(Config config, String key, Function<String, T> reading) {
        return named(key, text(config, key), reading);
    }

    private static <T> @Nullable T named(String key, @Nullable String text, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
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
