package net.aurpay.it.sandbox;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

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
    private static final String RECORDED_MERCHANT = "mct-07d283468bf8";

    /** Generates keys for this run only. */
    public static Keys random(String userId) {
        return new Keys(userId, secret(), secret(), secret(), secret(), secret(), secret(), secret(), secret());
    }

    /**
     * Reads the keys from {@code AURPAY_API_KEY} and so on. Missing keys are generated; missing keys for Lightning are the
     * same as the main keys.
     */
    public static Keys of(Map<String, String> environment) {
        String apiKey = environment.getOrDefault("AURPAY_API_KEY", secret());
        String apiToken = environment.getOrDefault("AURPAY_API_TOKEN", secret());
        String secretKey = environment.getOrDefault("AURPAY_SECRET_KEY", secret());
        return new Keys(
                RECORDED_MERCHANT,
                apiKey,
                apiToken,
                secretKey,
                environment.getOrDefault("AURPAY_CALLBACK_TOKEN", secret()),
                environment.getOrDefault("AURPAY_CALLBACK_SECRET", secret()),
                environment.getOrDefault("AURPAY_LIGHTNING_API_KEY", apiKey),
                environment.getOrDefault("AURPAY_LIGHTNING_API_TOKEN", apiToken),
                environment.getOrDefault("AURPAY_LIGHTNING_SECRET_KEY", secretKey));
    }

    private static String secret() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Keys[" + userId + "]";
    }
}
