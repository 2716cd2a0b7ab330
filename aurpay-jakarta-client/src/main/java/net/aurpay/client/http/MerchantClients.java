package net.aurpay.client.http;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.aurpay.client.Aurpay;
import net.aurpay.client.Credentials;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/** Clients that are built by hand. A proxy around each client does what interceptors do for injected clients. */
final class MerchantClients implements Aurpay {
    /** Null if the credentials belong to the call. */
    private final @Nullable Credentials credentials;

    private final Config source;
    private final ClientConfig config;
    private final CallTelemetryInterceptor telemetry = new CallTelemetryInterceptor();
    private final Map<Class<?>, Object> guarded = new LinkedHashMap<>();
    private final List<Closeable> open = new ArrayList<>();
    private boolean closed;

    private MerchantClients(@Nullable Credentials credentials, Config source, ClientConfig config) {
        this.credentials = credentials;
        this.source = source;
        this.config = config;
        // Now, because the thread that calls later may be one on which the server cannot create a client.
        List.of(OrderClient.class, WalletClient.class, LightningClient.class).forEach(this::create);
    }

    /** Does what {@link Aurpay#forMerchant} promises. */
    static Aurpay of(Credentials credentials) {
        return onAnyThread("Aurpay.forMerchant", () -> open(credentials));
    }

    /**
     * Creates something on this thread. If the thread belongs to no application, sets the thread's context class loader
     * meanwhile, because implementations of the REST client use it to find their classes.
     */
    private static <T> T onAnyThread(String caller, Supplier<T> creation) {
        Thread thread = Thread.currentThread();
        if (ApplicationConfig.isOfApplication(thread)) {
            return creation.get();
        }
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(MerchantClients.class.getClassLoader());
        try {
            return creation.get();
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            throw FailureDetails.unsent(
                            "this thread belongs to no application, and the server cannot make a client on it: call "
                                    + caller + " on a thread of the application and pass the result to this thread;"
                                    + " nothing was sent")
                    .exception(e);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /** Clients whose calls have the credentials of {@link CallAccount#current()}. */
    static MerchantClients shared() {
        return onAnyThread("AurpayAccounts.of", () -> open(null));
    }

    private static MerchantClients open(@Nullable Credentials credentials) {
        Config config = ApplicationConfig.current();
        return new MerchantClients(credentials, config, ClientConfig.of(config));
    }

    /** A builder for each client, because Jersey's builder makes only the first one usable. */
    private RestClientBuilder builder(Class<?> type) {
        RestClientBuilder builder = RestClientBuilder.newBuilder()
                .baseUri(ApiUrl.of(source))
                .followRedirects(false)
                .connectTimeout(
                        millis(type, ClientKeys.CONNECT_TIMEOUT, ClientKeys.DEFAULT_CONNECT_TIMEOUT),
                        TimeUnit.MILLISECONDS)
                .readTimeout(
                        millis(type, ClientKeys.READ_TIMEOUT, ClientKeys.DEFAULT_READ_TIMEOUT), TimeUnit.MILLISECONDS)
                .property(CurrentConfig.OWN, config);
        if (credentials == null) {
            builder.property(CallAccount.SHARED, true);
        } else {
            builder.property(SigningFilter.CREDENTIALS, credentials);
        }
        source.getOptionalValue(ClientKeys.PROXY_ADDRESS, String.class).ifPresent(address -> proxy(builder, address));
        return builder;
    }

    /**
     * Returns a time-out. An interface may have one of its own, as if it were injected. Repeats the default in this jar's
     * configuration, because in an EAR that configuration may not be visible.
     */
    private long millis(Class<?> type, String key, String otherwise) {
        return source.getOptionalValue(RestClientKeys.of(type, key), Long.class)
                .or(() -> source.getOptionalValue(key, Long.class))
                .orElseGet(() -> Long.valueOf(otherwise));
    }

    @Override
    public OrderClient orders() {
        return client(OrderClient.class);
    }

    @Override
    public WalletClient wallets() {
        return client(WalletClient.class);
    }

    @Override
    public LightningClient lightning() {
        return client(LightningClient.class);
    }

    @Override
    public synchronized <T> T client(Class<T> type) {
        Object client = guarded.get(type);
        if (client == null) {
            if (closed) {
                throw new IllegalStateException("this Aurpay is closed");
            }
            client = onAnyThread("Aurpay.client", () -> create(type));
        }
        return type.cast(client);
    }

    /** Creates a client without retries and telemetry. */
    synchronized Object probe(Class<?> type) {
        return onAnyThread("Aurpay.client", () -> build(type));
    }

    private Object build(Class<?> type) {
        Object client = builder(type).build(type);
        open.add((Closeable) client);
        return client;
    }

    private Object create(Class<?> type) {
        InterfaceRules.check(type, source);
        RestClientKeys.check(source, Set.of(type));
        Object client = build(type);
        Object guard = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                new RetryingInvocationHandler(client, telemetry, config, Destination.of(source)));
        guarded.put(type, guard);
        return guard;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Closeable client : open) {
            try {
                client.close();
            } catch (IOException e) {
                throw FailureDetails.unsent("closing a client failed: " + e.getMessage())
                        .exception(e);
            }
        }
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
