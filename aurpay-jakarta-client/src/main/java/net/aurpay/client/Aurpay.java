package net.aurpay.client;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * The clients of one merchant whose credentials are known only at run time; an application with one merchant injects
 * them instead.
 *
 * <p>They behave as the injected ones do: same exceptions, and reads are tried again where the server has Fault
 * Tolerance. URL, time-outs and proxy come from {@code aurpay/mp-rest/*}. Thread-safe: keep one for each merchant, and
 * close it when the merchant goes.
 */
public final class Aurpay implements AutoCloseable {
    private final OrderClient orders;
    private final WalletClient wallets;
    private final LightningClient lightning;
    private final List<Object> built;

    private Aurpay(Credentials credentials) {
        MerchantClients clients = MerchantClients.of(credentials);
        OrderClient rawOrders = clients.build(OrderClient.class);
        WalletClient rawWallets = clients.build(WalletClient.class);
        LightningClient rawLightning = clients.build(LightningClient.class);
        this.built = List.of(rawOrders, rawWallets, rawLightning);
        this.orders = guard(OrderClient.class, rawOrders);
        this.wallets = guard(WalletClient.class, rawWallets);
        this.lightning = guard(LightningClient.class, rawLightning);
    }

    /**
     * Connects as the merchant that {@code credentials} belong to. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if {@code aurpay/mp-rest/*} is not usable; the message names the key
     */
    public static Aurpay connect(Credentials credentials) {
        return new Aurpay(credentials);
    }

    public OrderClient orders() {
        return orders;
    }

    public WalletClient wallets() {
        return wallets;
    }

    /** Passes with Lightning's own credentials only: connect with those for it. */
    public LightningClient lightning() {
        return lightning;
    }

    /** Gives connections back. Calls after this fail. */
    @Override
    public void close() {
        for (Object client : built) {
            if (client instanceof Closeable closeable) {
                try {
                    closeable.close();
                } catch (IOException e) {
                    throw Failure.unsent("closing a client failed: " + e.getMessage())
                            .exception(e);
                }
            }
        }
    }

    private static <T> T guard(Class<T> type, T client) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new GuardedCalls(client)));
    }
}
