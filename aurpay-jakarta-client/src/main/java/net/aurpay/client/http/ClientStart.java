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
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Makes the clients that the application injects when the application starts. Otherwise the first call makes them, and
 * Open Liberty and Payara cannot do that on a thread of a common pool, whose context class loader does not see the
 * server.
 */
@ApplicationScoped
class ClientStart {
    @Inject
    @Any
    Instance<Object> beans;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, BeanManager manager) {
        for (Class<?> type : manager.getExtension(InjectedClients.class).types()) {
            try {
                // what was injected is a proxy, which makes the client for the first call, whichever it is
                Objects.requireNonNull(
                        beans.select(type, RestClient.LITERAL).get().toString());
            } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
                // the first call tries again, and tells its caller
                System.getLogger(ClientStart.class.getName())
                        .log(Level.DEBUG, "no client <" + type.getName() + "> yet", e);
            }
        }
    }
}
