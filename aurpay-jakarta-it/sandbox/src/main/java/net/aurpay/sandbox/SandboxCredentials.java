package net.aurpay.sandbox;

import net.aurpay.it.sandbox.Keys;

/**
 * What the dashboard shows a merchant: generated for one sandbox, and worthless elsewhere. {@link #toString()} contains none
 * of it.
 */
public record SandboxCredentials(
        String userId,
        String apiKey,
        String apiToken,
        String secretKey,
        String callbackToken,
        String callbackSecret,
        String lightningApiKey,
        String lightningApiToken,
        String lightningSecretKey) {
    static SandboxCredentials of(Keys keys) {
        return new SandboxCredentials(
                keys.userId(),
                keys.apiKey(),
                keys.apiToken(),
                keys.secretKey(),
                keys.callbackToken(),
                keys.callbackSecret(),
                keys.lightningApiKey(),
                keys.lightningApiToken(),
                keys.lightningSecretKey());
    }

    @Override
    public String toString() {
        return "SandboxCredentials[" + userId + "]";
    }
}
