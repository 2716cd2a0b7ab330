package net.aurpay.it;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.aurpay.client.Aurpay;
import net.aurpay.client.health.HealthExtension;
import net.aurpay.client.http.ClientConfig;
import net.aurpay.client.http.CredentialSet;

/** Knows the configuration keys that the client reads, and their defaults. */
public final class ClientKeys {
    private ClientKeys() {}

    /** Returns the API's default URL. */
    public static String url() {
        return Aurpay.URL;
    }

    /**
     * Reads a configuration as a deployment does.
     *
     * @throws IllegalArgumentException if a deployment with this configuration would fail
     */
    public static void read(Map<String, String> values) {
        ClientConfig.of(new AskedConfig(values));
    }

    public static Set<String> asked() {
        AskedConfig nothing = new AskedConfig(Map.of());
        ClientConfig.of(nothing);
        HealthExtension.value(nothing);
        return nothing.asked();
    }

    /** Returns the default of every key; the empty string if the key has no default. */
    public static Map<String, String> defaults() {
        ClientConfig nothing = ClientConfig.of(new AskedConfig(Map.of()));
        ClientConfig least = ClientConfig.of(new AskedConfig(Map.of(
                "aurpay.api-token",
                "a",
                "aurpay.secret-key",
                "b",
                "aurpay.lightning.api-token",
                "c",
                "aurpay.lightning.secret-key",
                "d")));
        Map<String, String> defaults = new TreeMap<>();
        for (CredentialSet set : CredentialSet.values()) {
            String credentials = Objects.toString(nothing.credentials().get(set), "");
            defaults.put(set.key("api-key"), credentials);
            defaults.put(set.key("api-token"), credentials);
            defaults.put(set.key("secret-key"), credentials);
            defaults.put(set.key("algorithm"), least.require(set).algorithm().headerName());
        }
        defaults.put("aurpay.signing.body-md5-case", nothing.rules().upperCaseMd5() ? "upper" : "lower");
        defaults.put("aurpay.signing.empty-body", nothing.rules().omitEmptyBody() ? "omit" : "md5");
        defaults.put("aurpay.max-response-size", Integer.toString(nothing.maxResponseSize()));
        defaults.put("aurpay.max-retries", Integer.toString(nothing.retries().max()));
        defaults.put("aurpay.max-retry-wait", nothing.retries().maxWait().toString());
        defaults.put("aurpay.health.check", HealthExtension.value(new AskedConfig(Map.of())));
        return defaults;
    }
}
