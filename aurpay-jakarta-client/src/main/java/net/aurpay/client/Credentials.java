package net.aurpay.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import net.aurpay.client.shared.KeyedMac;
import net.aurpay.client.shared.VisibleAscii;
import org.jspecify.annotations.Nullable;

/**
 * Proves to Aurpay who is calling, with an API key, or with an API token and its secret key.
 *
 * <p>Immutable and thread-safe. {@link #toString()} shows no secret.
 */
public final class Credentials {
    private final Algorithm algorithm;
    private final String token;
    private final @Nullable String secretKey;
    private final @Nullable KeyedMac mac;

    private Credentials(Algorithm algorithm, String token, @Nullable String secretKey) {
        this.algorithm = algorithm;
        this.token = token;
        this.secretKey = secretKey;
        this.mac = secretKey == null ? null : new KeyedMac(algorithm.jcaName(), secretKey);
    }

    /**
     * Credentials for key authentication, which Aurpay recommends for testing only.
     *
     * @throws IllegalArgumentException if the API key is empty or contains anything but visible ASCII characters
     */
    public static Credentials apiKey(String apiKey) {
        return new Credentials(Algorithm.HMAC_SHA256, VisibleAscii.require(apiKey, "API key"), null);
    }

    /**
     * Credentials for signature authentication with HMAC-SHA256.
     *
     * @throws IllegalArgumentException if an argument is empty, or if the token contains anything but visible ASCII
     *     characters
     */
    public static Credentials signature(String apiToken, String secretKey) {
        return signature(apiToken, secretKey, Algorithm.HMAC_SHA256);
    }

    static Credentials signature(String apiToken, String secretKey, Algorithm algorithm) {
        if (secretKey.isEmpty()) {
            throw new IllegalArgumentException("secret key must not be empty");
        }
        return new Credentials(algorithm, VisibleAscii.require(apiToken, "API token"), secretKey);
    }

    /**
     * Returns these credentials with another algorithm.
     *
     * @throws IllegalStateException if these credentials are an API key, which signs nothing
     */
    public Credentials withAlgorithm(Algorithm other) {
        if (secretKey == null) {
            throw new IllegalStateException("an API key signs nothing, so it has no algorithm");
        }
        return new Credentials(Objects.requireNonNull(other), token, secretKey);
    }

    /** The algorithm that signs requests; meaningless for an API key. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** The API key or the API token, as requests carry it. The value is a secret: never log it. */
    public String token() {
        return token;
    }

    /** Whether requests are signed; otherwise they carry the API key. */
    public boolean isSigning() {
        return mac != null;
    }

    /**
     * Signs a text and returns the signature in Base64.
     *
     * @throws IllegalStateException if these credentials are an API key, which signs nothing
     */
    public String sign(String text) {
        if (mac == null) {
            throw new IllegalStateException("an API key signs nothing");
        }
        return Base64.getEncoder().encodeToString(mac.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return secretKey == null ? "Credentials[API key]" : "Credentials[signature, " + algorithm.headerName() + "]";
    }
}
