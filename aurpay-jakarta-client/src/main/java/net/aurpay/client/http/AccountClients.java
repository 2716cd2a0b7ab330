package net.aurpay.client.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import net.aurpay.client.Account;
import net.aurpay.client.Aurpay;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import org.jspecify.annotations.Nullable;

/**
 * The clients of accounts. One set of REST clients does the work for all of them, because each set has a pool of connections
 * of its own. Thread-safe.
 */
public final class AccountClients implements AutoCloseable {
    private final MerchantClients shared;
    private final Function<String, Account> accounts;
    private final Predicate<String> listed;

    /**
     * Creates the REST clients. Nothing is sent yet.
     *
     * @param accounts returns the account of a name, or throws
     * @param listed whether the configuration lists an account
     */
    public AccountClients(Function<String, Account> accounts, Predicate<String> listed) {
        shared = MerchantClients.shared();
        this.accounts = accounts;
        this.listed = listed;
    }

    /** The clients of an account, which is looked up with each call. */
    public Aurpay of(String name) {
        return new OfAccount(name);
    }

    /** A client of an account whose calls are neither retried nor reported to telemetry. */
    public <T> T probe(String name, Class<T> type) {
        return type.cast(new OfAccount(name).onBehalf(type, shared.probe(type)));
    }

    /** Releases the connections. Later calls fail. */
    @Override
    public void close() {
        shared.close();
    }

    private final class OfAccount implements Aurpay {
        private final String name;
        private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();

        OfAccount(String name) {
            this.name = name;
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
        public <T> T client(Class<T> type) {
            return type.cast(clients.computeIfAbsent(type, this::create));
        }

        private Object create(Class<?> type) {
            return onBehalf(type, shared.client(type));
        }

        private Object onBehalf(Class<?> type, Object client) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> call(client, proxy, method, arguments));
        }

        private @Nullable Object call(
                Object client, Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Exception {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> arguments != null && proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "a client of the account " + name;
                };
            }
            if (method.getName().equals("close") && method.getParameterCount() == 0) {
                // An interface of the application may extend AutoCloseable, but the client belongs to all accounts.
                return null;
            }
            return new CallAccount(accounts.apply(name), listed.test(name)).call(() -> send(client, method, arguments));
        }

        @Override
        public void close() {
            // The connections belong to all accounts.
        }

        @Override
        public String toString() {
            return "the clients of the account " + name;
        }
    }

    private static @Nullable Object send(Object client, Method method, @Nullable Object @Nullable [] arguments)
            throws Exception {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = Objects.requireNonNull(e.getCause());
            if (thrown instanceof Exception exception) {
                throw exception;
            }
            throw (Error) thrown;
        }
    }
}
