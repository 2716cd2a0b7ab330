package net.aurpay.client;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Builds clients as the container would, from {@code aurpay/mp-rest/*}, but for one merchant's credentials. */
record MerchantClients(Config config, Credentials credentials) {
    private static final String PREFIX = "aurpay/mp-rest/";

    static MerchantClients of(Credentials credentials) {
        return new MerchantClients(ConfigProvider.getConfig(), credentials);
    }

    <T> T build(Class<T> type) {
        RestClientBuilder builder = RestClientBuilder.newBuilder()
                .baseUri(baseUri())
                .followRedirects(false)
                .property(SigningFilter.CREDENTIALS, credentials);
        timeout("connectTimeout").ifPresent(millis -> builder.connectTimeout(millis, TimeUnit.MILLISECONDS));
        timeout("readTimeout").ifPresent(millis -> builder.readTimeout(millis, TimeUnit.MILLISECONDS));
        config.getOptionalValue(PREFIX + "proxyAddress", String.class).ifPresent(address -> proxy(builder, address));
        return builder.build(type);
    }

    private URI baseUri() {
        // the container takes uri before url, too
        String key = config.getOptionalValue(PREFIX + "uri", String.class).isPresent() ? "uri" : "url";
        String value = config.getValue(PREFIX + key, String.class);
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PREFIX + key + " must be a URL, was <" + value + ">", e);
        }
    }

    private Optional<Long> timeout(String name) {
        return config.getOptionalValue(PREFIX + name, Long.class);
    }

    private static void proxy(RestClientBuilder builder, String address) {
        int colon = address.lastIndexOf(':');
        try {
            builder.proxyAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(PREFIX + "proxyAddress must be host:port, was <" + address + ">", e);
        }
    }
}
