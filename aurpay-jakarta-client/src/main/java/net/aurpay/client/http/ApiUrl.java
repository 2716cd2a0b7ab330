package net.aurpay.client.http;

import java.net.URI;
import net.aurpay.client.Aurpay;
import org.eclipse.microprofile.config.Config;

/** Where the API is, by the configuration. */
final class ApiUrl {
    /** Before the keys of MicroProfile Rest Client that all clients share. */
    static final String PREFIX = "aurpay/mp-rest/";

    private ApiUrl() {}

    /** @throws IllegalArgumentException naming the key, if its value is no URL */
    static URI of(Config config) {
        // the container takes uri before url, too
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

    /** As a log may show it: without a name and a password. */
    static String withoutUser(String url) {
        return url.replaceFirst("//.*@", "//");
    }
}
