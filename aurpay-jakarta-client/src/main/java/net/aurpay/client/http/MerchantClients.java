package net.aurpay.client.http;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.TimeUnit;
import net.aurpay.client.Aurpay;
import net.aurpay.client.Credentials;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Clients that are built by hand. A proxy around each client does what interceptors do for injected clients. */
final class MerchantClients implements Aurpay {
    private final OrderClient orders;
    private final WalletClient wallets;
    private final LightningClient lightning;
    private final CallTelemetryInterceptor telemetry = new CallTelemetryInterceptor();
    private final ClientConfig config;
    private final String destination;

    private MerchantClients(RestClientBuilder builder, ClientConfig config, String destination) {
        this.config = config;
        this.destination = destination;
        orders = builder.build(OrderClient.class);
        wallets = builder.build(WalletClient.class);
        lightning = builder.build(LightningClient.class);
    }

    /** Does what {@link Aurpay#forMerchant} promises. */
    static Aurpay of(Credentials credentials) {
        return ApplicationConfig.isOfApplication(Thread.currentThread())
                ? open(credentials)
                : openOnForeignThread(credentials);
    }

    /**
     * Sets the thread's context class loader while the clients are created, because implementations of the REST client
     * use it to find their classes.
     */
    private static Aurpay openOnForeignThread(Credentials credentials) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(MerchantClients.class.getClassLoader());
        try {
            return open(credentials);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            throw FailureDetails.unsent(
                            "this thread belongs to no application, and the server cannot make a client on it: call"
                                    + " Aurpay.forMerchant on a thread of the application and pass the Aurpay object to this"
                                    + " thread; nothing was sent")
                    .exception(e);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static Aurpay open(Credentials credentials) {
        Config config = ApplicationConfig.current();
        ClientConfig client = ClientConfig.of(config);
        RestClientBuilder builder = RestClientBuilder.newBuilder()
                .baseUri(ApiUrl.of(config))
                .followRedirects(false)
                .connectTimeout(
                        millis(config, ClientKeys.CONNECT_TIMEOUT, ClientKeys.DEFAULT_CONNECT_TIMEOUT),
                        TimeUnit.MILLISECONDS)
                .readTimeout(
                        millis(config, ClientKeys.READ_TIMEOUT, ClientKeys.DEFAULT_READ_TIMEOUT), TimeUnit.MILLISECONDS)
                .property(SigningFilter.CREDENTIALS, credentials)
                .property(CurrentConfig.OWN, client);
        config.getOptionalValue(ClientKeys.PROXY_ADDRESS, String.class).ifPresent(address -> proxy(builder, address));
        return new MerchantClients(builder, client, Destination.of(config));
    }

    /** Repeats the default in this jar's configuration, because in an EAR that configuration may not be visible. */
    private static long millis(Config config, String key, String otherwise) {
        return config.getOptionalValue(key, Long.class).orElseGet(() -> Long.valueOf(otherwise));
    }

    @Override
    public OrderClient orders() {
        return guard(OrderClient.class, orders);
    }

    @Override
    public WalletClient wallets() {
        return guard(WalletClient.class, wallets);
    }

    @Override
    public LightningClient lightning() {
        return guard(LightningClient.class, lightning);
    }

    @Override
    public void close() {
        for (Object client : List.of(orders, wallets, lightning)) {
            try {
                ((Closeable) client).close();
            } catch (IOException e) {
                throw FailureDetails.unsent("closing a client failed: " + e.getMessage())
                        .exception(e);
            }
        }
    }

    private <T> T guard(Class<T> type, T client) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                new RetryingInvocationHandler(client, telemetry, config, destination)));
    }

    private static void proxy(RestClientBuilder builder, String address) {
        int colon = address.lastIndexOf(':');
        try {
            builder.proxyAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    ClientKeys.PROXY_ADDRESS + " must be host:port, was <" + address + ">", e);
        }
    }
}
