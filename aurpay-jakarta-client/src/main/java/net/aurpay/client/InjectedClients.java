package net.aurpay.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Instantiated by the container. Makes the clients that the application injects when it starts. Otherwise the first call makes
 * them, and Open Liberty cannot do that on a thread of a common pool, whose context class loader does not see the server.
 */
public class InjectedClients implements Extension {
    private static final Set<Type> CLIENTS =
            Set.of(AuthClient.class, OrderClient.class, WalletClient.class, LightningClient.class);

    private final Set<Type> injected = ConcurrentHashMap.newKeySet();

    void found(@Observes ProcessInjectionPoint<?, ?> point) {
        Type type = point.getInjectionPoint().getType();
        if (CLIENTS.contains(type)) {
            injected.add(type);
        }
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, BeanManager beans) {
        for (Type type : injected) {
            try {
                create(beans, beans.resolve(beans.getBeans(type, RestClient.LITERAL)));
            } catch (RuntimeException | LinkageError e) {
                // the first call tries again, and tells its caller
                System.getLogger(InjectedClients.class.getName())
                        .log(Level.DEBUG, "no client <" + type.getTypeName() + "> yet", e);
            }
        }
    }

    private static <T> void create(BeanManager beans, Bean<T> client) {
        beans.getContext(client.getScope()).get(client, beans.createCreationalContext(client));
    }
}
