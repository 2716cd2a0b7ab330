package net.aurpay.client;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * The clients of one merchant whose credentials are known only at run time; an application with one merchant injects
 * them instead.
 *
 * <p>They behave as the injected ones do: same exceptions, and reads are tried again where the server has Fault
 * Tolerance. Of {@code aurpay/mp-rest/*} they take {@code url} or {@code uri}, {@code connectTimeout}, {@code readTimeout}
 * and {@code proxyAddress}. Thread-safe: keep one for each merchant, and close it when the merchant goes.
 */
public final class Aurpay implements AutoCloseable {
    /** The default. Not in the jar's configuration, which REST clients in an EAR do not see on every server. */
    public static final String URL = "https://dashboard.aurpay.net";

    private static final String PREFIX = "aurpay/mp-rest/";

    private final OrderClient orders;
    private final WalletClient wallets;
    private final LightningClient lightning;
    private final CallWatch watch = new CallWatch();

    private final String destination;

    private Aurpay(RestClientBuilder builder, String destination) {
        this.destination = destination;
        orders = builder.build(OrderClient.class);
        wallets = builder.build(WalletClient.class);
        lightning = builder.build(LightningClient.class);
    }

    /**
     * Connects as the merchant that {@code credentials} belong to. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if {@code aurpay/mp-rest/*} or {@code aurpay.*} is not usable; the message names
     *     the key
     * @throws AurpayException if the server cannot make a client on this thread, which belongs to no application
     */
    public static Aurpay connect(Credentials credentials) {
        return ApplicationConfig.isOfApplication(Thread.currentThread())
                ? open(credentials)
                : openOnForeignThread(credentials);
    }

    /** REST client implementations look for their classes by the thread's context class loader. */
    private static Aurpay openOnForeignThread(Credentials credentials) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(Aurpay.class.getClassLoader());
        try {
            return open(credentials);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            throw Failure.unsent(
                            "this thread belongs to no application, and the server cannot make a client on it: call"
                                    + " Aurpay.connect on a thread of the application and hand the Aurpay on; nothing was sent")
                    .exception(e);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static Aurpay open(Credentials credentials) {
        Config config = ApplicationConfig.current();
        RestClientBuilder builder = RestClientBuilder.newBuilder()
                .baseUri(baseUri(config))
                .followRedirects(false)
                .connectTimeout(millis(config, "connectTimeout", 5_000), TimeUnit.MILLISECONDS)
                .readTimeout(millis(config, "readTimeout", 30_000), TimeUnit.MILLISECONDS)
                .property(SigningFilter.CREDENTIALS, credentials)
                .property(CurrentConfig.OWN, ClientConfig.of(config));
        config.getOptionalValue(PREFIX + "proxyAddress", String.class).ifPresent(address -> proxy(builder, address));
        return new Aurpay(builder, Destination.of(config));
    }

    /** The jar's own defaults once more: in an EAR its configuration may not be seen. */
    private static long millis(Config config, String name, long otherwise) {
        return config.getOptionalValue(PREFIX + name, Long.class).orElse(otherwise);
    }

    public OrderClient orders() {
        return guard(OrderClient.class, orders);
    }

    public WalletClient wallets() {
        return guard(WalletClient.class, wallets);
    }

    /** Passes with Lightning's own credentials only: connect with those for it. */
    public LightningClient lightning() {
        return guard(LightningClient.class, lightning);
    }

    /** Gives connections back. Calls after this fail. */
    @Override
    public void close() {
        for (Object client : List.of(orders, wallets, lightning)) {
            try {
                ((Closeable) client).close();
            } catch (IOException e) {
                throw Failure.unsent("closing a client failed: " + e.getMessage())
                        .exception(e);
            }
        }
    }

    private <T> T guard(Class<T> type, T client) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new GuardedCalls(client, watch, destination)));
    }

    static URI baseUri(Config config) {
        // the container takes uri before url, too
        String key =
                PREFIX + (config.getOptionalValue(PREFIX + "uri", String.class).isPresent() ? "uri" : "url");
        String value = config.getOptionalValue(key, String.class).orElse(URL);
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            // neither here nor in a cause: a password
            throw new IllegalArgumentException(key + " must be a URL, was <" + withoutUser(value) + ">");
        }
    }

    static String withoutUser(String url) {
        return url.replaceFirst("//.*@", "//");
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
