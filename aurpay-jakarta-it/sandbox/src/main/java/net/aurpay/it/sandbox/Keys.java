package net.aurpay.it.sandbox;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The credentials that one merchant sees in the dashboard. {@link #toString()} does not contain any of them. */
public record Keys(
        String userId,
        String apiKey,
        String apiToken,
        String secretKey,
        String callbackToken,
        String callbackSecret,
        String lightningApiKey,
        String lightningApiToken,
        String lightningSecretKey) {
    /** What a user calls the credentials. */
    static final List<String> NAMES = List.of(
            "api-key",
            "api-token",
            "secret-key",
            "callback-token",
            "callback-secret",
            "lightning-api-key",
            "lightning-api-token",
            "lightning-secret-key");

    private static final String RECORDED_MERCHANT = "mct-07d283468bf8";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Generates keys for this run only. */
    public static Keys random(String userId) {
        return new Keys(userId, secret(), secret(), secret(), secret(), secret(), secret(), secret(), secret());
    }

    /**
     * Reads the keys from {@code AURPAY_API_KEY} and so on. Missing keys are generated; missing keys for Lightning are the
     * same as the main keys.
     */
    public static Keys of(Map<String, String> environment) {
        return of(RECORDED_MERCHANT, name -> environment.get("AURPAY_" + variable(name)));
    }

    /**
     * Takes the keys that are given, and generates the others; missing keys for Lightning are the same as the main keys.
     *
     * @param given from one of {@link #NAMES} to the value, or to null
     */
    static Keys of(String userId, Function<String, @Nullable String> given) {
        String apiKey = orElse(given.apply("api-key"), secret());
        String apiToken = orElse(given.apply("api-token"), secret());
        String secretKey = orElse(given.apply("secret-key"), secret());
        return new Keys(
                userId,
                apiKey,
                apiToken,
                secretKey,
                orElse(given.apply("callback-token"), secret()),
                orElse(given.apply("callback-secret"), secret()),
                orElse(given.apply("lightning-api-key"), apiKey),
                orElse(given.apply("lightning-api-token"), apiToken),
                orElse(given.apply("lightning-secret-key"), secretKey));
    }

    /** Spells a name as a part of an environment variable, by the rule of MicroProfile Config. */
    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String orElse(@Nullable String given, String otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }

    private static String secret() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Keys[" + userId + "]";
    }
}
