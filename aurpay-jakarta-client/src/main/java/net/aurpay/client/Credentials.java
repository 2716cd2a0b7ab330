package net.aurpay.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What proves to Aurpay who is calling: an API key, or an API token with its secret key.
 *
 * <p>Immutable. {@link #toString()} shows no secret.
 */
public final class Credentials {
    private final Algorithm algorithm;
    private final String token;
    private final @Nullable String secretKey;
    private final @Nullable RequestSigner signer;

    private Credentials(Algorithm algorithm, String token, @Nullable String secretKey) {
        this.algorithm = algorithm;
        this.token = token;
        this.secretKey = secretKey;
        this.signer = secretKey == null ? null : new RequestSigner(algorithm, secretKey);
    }

    /**
     * Key authentication, which Aurpay recommends for testing only.
     *
     * @throws IllegalArgumentException if it is empty, or has other than visible ASCII characters
     */
    public static Credentials apiKey(String apiKey) {
        return new Credentials(Algorithm.HMAC_SHA256, headerValue(apiKey, "API key"), null);
    }

    /**
     * Signature authentication with HMAC-SHA256.
     *
     * @throws IllegalArgumentException if one is empty, or the token has other than visible ASCII characters
     */
    public static Credentials signature(String apiToken, String secretKey) {
        return signature(apiToken, secretKey, Algorithm.HMAC_SHA256);
    }

    static Credentials signature(String apiToken, String secretKey, Algorithm algorithm) {
        if (secretKey.isEmpty()) {
            throw new IllegalArgumentException("secret key must not be empty");
        }
        return new Credentials(algorithm, headerValue(apiToken, "API token"), secretKey);
    }

    /**
     * These credentials with another algorithm.
     *
     * @throws IllegalStateException if they are an API key, which signs nothing
     */
    public Credentials withAlgorithm(Algorithm other) {
        if (secretKey == null) {
            throw new IllegalStateException("an API key signs nothing, so it has no algorithm");
        }
        return new Credentials(Objects.requireNonNull(other), token, secretKey);
    }

    Algorithm algorithm() {
        return algorithm;
    }

    String token() {
        return token;
    }

    /** Null for key authentication. */
    @Nullable
    RequestSigner signer() {
        return signer;
    }

    /** A line break in it would be another header. */
    static String headerValue(String value, String what) {
        if (!value.matches("[!-~]+")) {
            throw new IllegalArgumentException(what + " must be visible ASCII characters without spaces");
        }
        return value;
    }

    @Override
    public String toString() {
        return secretKey == null ? "Credentials[API key]" : "Credentials[signature, " + algorithm.headerName() + "]";
    }
}
