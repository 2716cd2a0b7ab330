package net.aurpay.client.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * The two sets of credentials. One set never stands in for the other: on the paths of Lightning, Aurpay accepts only
 * Lightning's credentials. There is one filter with two credential sets, not two filters: if one extends the other,
 * Payara picks either.
 */
public enum CredentialSet {
    MAIN(ClientKeys.API_KEY, ClientKeys.API_TOKEN, ClientKeys.SECRET_KEY, ClientKeys.ALGORITHM),
    LIGHTNING(
            ClientKeys.LIGHTNING_API_KEY,
            ClientKeys.LIGHTNING_API_TOKEN,
            ClientKeys.LIGHTNING_SECRET_KEY,
            ClientKeys.LIGHTNING_ALGORITHM);

    /** The beginning of the paths of Lightning's operations. */
    public static final String LIGHTNING_PATH = "/api/bln";

    private final String apiKey;
    private final String apiToken;
    private final String secretKey;
    private final String algorithm;

    CredentialSet(String apiKey, String apiToken, String secretKey, String algorithm) {
        this.apiKey = apiKey;
        this.apiToken = apiToken;
        this.secretKey = secretKey;
        this.algorithm = algorithm;
    }

    /** The set of credentials for a request to {@code path}. */
    static CredentialSet of(String path) {
        return path.contains(LIGHTNING_PATH + "/") ? LIGHTNING : MAIN;
    }

    /** The configuration key of this set's API key. The other methods return configuration keys, too. */
    String apiKey() {
        return apiKey;
    }

    String apiToken() {
        return apiToken;
    }

    String secretKey() {
        return secretKey;
    }

    String algorithm() {
        return algorithm;
    }

    /** The keys without what they all begin with, as they follow the name of an account. */
    public List<String> shortKeys() {
        return Stream.of(apiKey, apiToken, secretKey, algorithm)
                .map(key -> key.substring(ClientKeys.PREFIX.length()))
                .toList();
    }

    /** A key of the unnamed account as it is spelled for another account. */
    static String under(String prefix, String key) {
        return prefix + key.substring(ClientKeys.PREFIX.length());
    }
}
