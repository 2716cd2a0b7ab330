package net.aurpay.client.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AuthClient;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import org.eclipse.microprofile.config.Config;

/**
 * Rejects keys of MicroProfile Rest Client that would send credentials elsewhere.
 *
 * <p>A key may begin with {@code aurpay}, which all interfaces share, or with the name of one interface, which takes
 * precedence. Keys for one interface could give the interfaces different addresses, proxies and trust stores, but the
 * log and {@link Aurpay#forMerchant} know only the shared ones. Therefore only time-outs may be set for one interface.
 */
final class RestClientKeys {
    private static final String MARK = "/mp-rest/";
    private static final String REDIRECTS = "followRedirects";

    /** The last two are given by name, because this package must not depend on theirs. */
    private static final List<String> INTERFACES = Stream.concat(
                    Stream.of(AuthClient.class, OrderClient.class, WalletClient.class, LightningClient.class)
                            .map(Class::getName),
                    Stream.of("net.aurpay.client.health.ReadinessProbe", "net.aurpay.webhook.endpoint.OrderLookUp"))
            .map(name -> name + MARK)
            .toList();

    /** The names are looked up one by one, because environment variables are not listed under these names. */
    private static final List<String> NAMES = List.of(
            REDIRECTS,
            "url",
            "uri",
            "scope",
            "providers",
            "proxyAddress",
            "queryParamStyle",
            "hostnameVerifier",
            "trustStore",
            "trustStoreType",
            "trustStorePassword",
            "keyStore",
            "keyStoreType",
            "keyStorePassword");

    private static final Set<String> ALLOWED = Set.of("connectTimeout", "readTimeout");

    private RestClientKeys() {}

    /** Returns the key of one interface that takes precedence over a key that all of them share. */
    static String of(Class<?> type, String shared) {
        return type.getName() + MARK + shared.substring(ClientKeys.REST.length());
    }

    /**
     * Checks the keys.
     *
     * @param others interfaces of the application
     * @throws IllegalArgumentException if a key is not allowed; the message names the key and what to write instead
     */
    static void check(Config config, Set<Class<?>> others) {
        checkRedirects(config, ClientKeys.FOLLOW_REDIRECTS);
        Set<String> prefixes = new TreeSet<>(INTERFACES);
        others.forEach(type -> prefixes.add(type.getName() + MARK));
        for (String prefix : prefixes) {
            checkRedirects(config, prefix + REDIRECTS);
            Set<String> names = new TreeSet<>(NAMES);
            for (String key : config.getPropertyNames()) {
                if (key.startsWith(prefix)) {
                    names.add(key.substring(prefix.length()));
                }
            }
            names.removeIf(name -> isHarmless(config, prefix + name, ClientKeys.REST + name));
            names.removeAll(ALLOWED);
            // The check above has already made sure that the value is false.
            names.remove(REDIRECTS);
            for (String name : names) {
                throw new IllegalArgumentException(prefix + name + " is for one interface alone, which would then not"
                        + " call as the others do: set " + ClientKeys.REST + name + ", which all of them share");
            }
        }
    }

    /** Whether a key changes nothing. On Quarkus, every key of one interface has the value of the shared key. */
    private static boolean isHarmless(Config config, String key, String shared) {
        Optional<String> value = value(config, key);
        return value.isEmpty() || value.equals(value(config, shared));
    }

    /**
     * Rejects every value except {@code false}, because the library cannot know what a server makes of another word.
     */
    private static void checkRedirects(Config config, String key) {
        Optional<String> value = value(config, key);
        if (value.isPresent() && !value.get().equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(key + " must be false, was <" + value.get()
                    + ">: a signed request, or its API key, would go wherever a response says");
        }
    }

    private static Optional<String> value(Config config, String key) {
        return config.getOptionalValue(key, String.class);
    }
}
