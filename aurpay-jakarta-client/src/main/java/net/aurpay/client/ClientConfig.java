package net.aurpay.client;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What the application has configured under {@code aurpay.*}.
 *
 * @param maxAnswerSize in bytes
 */
record ClientConfig(Map<CredentialSet, Credentials> credentials, SigningRules rules, int maxAnswerSize) {
    private static final int DEFAULT_MAX_ANSWER_SIZE = 10 * 1024 * 1024;

    /** @throws IllegalArgumentException naming the key that is missing or wrong */
    static ClientConfig of(Config config) {
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
        return new ClientConfig(Map.copyOf(credentials), rules, maxAnswerSize(config));
    }

    /** @throws AurpayException naming the missing keys */
    Credentials require(CredentialSet set) {
        Credentials found = credentials.get(set);
        if (found == null) {
            throw Failure.unsent("no credentials: set " + set.key("api-token") + " and " + set.key("secret-key")
                            + ", or " + set.key("api-key") + "; nothing was sent")
                    .exception(null);
        }
        return found;
    }

    private static @Nullable Credentials credentials(Config config, CredentialSet set) {
        Optional<String> apiToken = text(config, set.key("api-token"));
        Optional<String> secretKey = text(config, set.key("secret-key"));
        Optional<String> apiKey = text(config, set.key("api-key"));
        if (apiToken.isPresent() != secretKey.isPresent()) {
            String missing = set.key(apiToken.isPresent() ? "secret-key" : "api-token");
            String present = set.key(apiToken.isPresent() ? "api-token" : "secret-key");
            throw new IllegalArgumentException(
                    missing + " is missing: " + present + " is set, and a signature takes both");
        }
        Algorithm algorithm = algorithm(config, set);
        if (apiToken.isPresent()) {
            return named(set.key("api-token"), () -> Credentials.signature(apiToken.get(), secretKey.get()))
                    .withAlgorithm(algorithm);
        }
        return apiKey.isEmpty() ? null : named(set.key("api-key"), () -> Credentials.apiKey(apiKey.get()));
    }

    private static Algorithm algorithm(Config config, CredentialSet set) {
        String key = set.key("algorithm");
        return text(config, key)
                .map(name -> named(key, () -> Algorithm.of(name)))
                .orElse(Algorithm.HMAC_SHA256);
    }

    private static int maxAnswerSize(Config config) {
        String key = "aurpay.max-answer-size";
        return text(config, key)
                .map(text -> named(key, () -> {
                    int size = Integer.parseInt(text);
                    if (size <= 0) {
                        throw new IllegalArgumentException("must be > 0 bytes, was <" + size + ">");
                    }
                    return size;
                }))
                .orElse(DEFAULT_MAX_ANSWER_SIZE);
    }

    private static boolean isSecond(Config config, String key, String first, String second) {
        String value = text(config, key).orElse(first);
        if (!value.equals(first) && !value.equals(second)) {
            throw new IllegalArgumentException(key + " must be " + first + " or " + second + ", was <" + value + ">");
        }
        return value.equals(second);
    }

    /** A blank at the end of a line of a properties file belongs to the value, and no one sees it. */
    private static Optional<String> text(Config config, String key) {
        Optional<String> value = config.getOptionalValue(key, String.class);
        if (value.isPresent() && !value.get().equals(value.get().strip())) {
            throw new IllegalArgumentException(key + " must not begin or end with white space");
        }
        return value;
    }

    private static <T> T named(String key, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }
}
