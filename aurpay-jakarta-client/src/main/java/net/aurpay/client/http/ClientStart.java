package net.aurpay.client.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Creates the injected clients when the application starts. Otherwise the first call would create them, and Open
 * Liberty and Payara cannot do that on a thread of a common pool, whose context class loader does not see the server.
 */
@ApplicationScoped
class ClientStart {
    @Inject
    @Any
    Instance<Object> beans;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, BeanManager manager) {
        for (Class<?> type : injected(manager)) {
            try {
                // The injected object is a proxy that creates the client on its first call, whatever method is called.
                Objects.requireNonNull(
                        beans.select(type, RestClient.LITERAL).get().toString());
            } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
                // The first call tries again and reports the failure to its caller.
                System.getLogger(ClientStart.class.getName())
                        .log(Level.DEBUG, "no client <" + type.getName() + "> yet", e);
            }
        }
    }

    private static Set<Class<?>> injected(BeanManager manager) {
        try {
            return manager.getExtension(InjectedClients.class).types();
        } catch (UnsupportedOperationException e) {
            // Quarkus runs no extension, but its threads see the application, even those of the common pool.
            return Set.of();
        }
    }
}
