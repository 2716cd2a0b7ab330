package net.aurpay.webhook.verification;

import java.util.Arrays;

/** A header by which a callback proves that it comes from Aurpay. */
public enum AuthenticationFactor {
    /**
     * The header {@code Callback-Token}: a fixed value from the page on callback authentication in Aurpay's dashboard.
     */
    TOKEN("token", "Callback-Token"),
    /** The header {@code Signature}: HMAC-SHA256 of the date and the URL. */
    SIGNATURE("signature", "Signature"),
    /** The header {@code Api-Key}: the merchant's own API key, according to the API's order pages. */
    API_KEY("api-key", "Api-Key");

    private final String configName;
    private final String header;

    AuthenticationFactor(String configName, String header) {
        this.configName = configName;
        this.header = header;
    }

    public String configName() {
        return configName;
    }

    /** The name of the header. */
    public String header() {
        return header;
    }

    public static AuthenticationFactor ofConfigName(String name) {
        return Arrays.stream(values())
                .filter(factor -> factor.configName.equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be a list of token, signature and api-key, has <" + name + ">"));
    }
}
