package net.aurpay.client.http;

import java.net.URI;
import net.aurpay.client.Aurpay;
import org.eclipse.microprofile.config.Config;

/** Reads the address of the API from the configuration. */
final class ApiUrl {
    /** The prefix of those keys of MicroProfile Rest Client that all clients share. */
    static final String PREFIX = "aurpay/mp-rest/";

    private ApiUrl() {}

    /** @throws IllegalArgumentException if the value is not a URL; the message names the key */
    static URI of(Config config) {
        // Like the container, prefers uri to url.
        String key =
                PREFIX + (config.getOptionalValue(PREFIX + "uri", String.class).isPresent() ? "uri" : "url");
        String value = config.getOptionalValue(key, String.class).orElse(Aurpay.URL);
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            // Neither the message nor a cause may show a password.
            throw new IllegalArgumentException(key + " must be a URL, was <" + withoutUser(value) + ">");
        }
    }

    /** Returns a URL as a log may show it: without a user name and a password. */
    static String withoutUser(String url) {
        return url.replaceFirst("//.*@", "//");
    }
}
