package net.aurpay.client.http;

import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configuration for a request, and reads the configuration of each application once: in an EAR, one client
 * may serve several WARs. Thread-safe.
 */
final class CurrentConfig {
    /**
     * A property of clients that were built by hand: the configuration of the application that built the client. Of other
     * clients, each request gets this property when its configuration is first asked for.
     */
    static final String OWN = "net.aurpay.client.config";

    private @Nullable Config source;
    private @Nullable ClientConfig config;

    /** @throws IllegalArgumentException if a key is missing or wrong; the message names the key */
    ClientConfig of(ClientRequestContext request) {
        if (request.getConfiguration().getProperty(OWN) instanceof ClientConfig own) {
            return own;
        }
        if (request.getProperty(OWN) instanceof ClientConfig found) {
            return found;
        }
        ClientConfig found = of(ApplicationConfig.current(), InvokedMethod.of(request));
        request.setProperty(OWN, found);
        return found;
    }

    /** @throws IllegalArgumentException if a key is missing or wrong; the message names the key */
    ClientConfig ofApplication() {
        return of(ApplicationConfig.current(), null);
    }

    private synchronized ClientConfig of(Config current, @Nullable Method invoked) {
        if (config == null || source != current) {
            // Not every server runs the extension that checks the deployment.
            RestClientKeys.check(current, invoked == null ? Set.of() : Set.of(invoked.getDeclaringClass()));
            config = ClientConfig.of(current);
            source = current;
        }
        return config;
    }
}
