package net.aurpay.client.http;

import java.net.URI;
import net.aurpay.client.Aurpay;
import org.eclipse.microprofile.config.Config;

/** Reads the address of the API from the configuration. */
final class ApiUrl {
    private ApiUrl() {}

    /** Whether the configuration has an address, as it does unless a server hides the configuration in this jar. */
    static boolean isConfigured(Config config) {
        return config.getOptionalValue(ClientKeys.URI, String.class).isPresent()
                || config.getOptionalValue(ClientKeys.URL, String.class).isPresent();
    }

    /** @throws IllegalArgumentException if the value is not a URL; the message names the key */
    static URI of(Config config) {
        // Like the container, prefers uri to url.
        String key =
                config.getOptionalValue(ClientKeys.URI, String.class).isPresent() ? ClientKeys.URI : ClientKeys.URL;
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
