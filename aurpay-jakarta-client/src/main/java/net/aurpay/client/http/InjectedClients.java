package net.aurpay.client.http;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.AuthClient;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;

/** Notes which clients the application injects, for {@link ClientStart}. */
public class InjectedClients implements Extension {
    private static final Set<Type> CLIENTS =
            Set.of(AuthClient.class, OrderClient.class, WalletClient.class, LightningClient.class);

    private final Set<Class<?>> injected = ConcurrentHashMap.newKeySet();

    void found(@Observes ProcessInjectionPoint<?, ?> point) {
        if (CLIENTS.contains(point.getInjectionPoint().getType())) {
            injected.add((Class<?>) point.getInjectionPoint().getType());
        }
    }

    Set<Class<?>> types() {
        return Set.copyOf(injected);
    }
}
