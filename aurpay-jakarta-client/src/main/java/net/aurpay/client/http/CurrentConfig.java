package net.aurpay.client.http;

import jakarta.ws.rs.client.ClientRequestContext;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What applies to a request, read once for each application: in an EAR one client may serve several WARs. Thread-safe.
 */
final class CurrentConfig {
    /** The property of a client that was built by hand: the configuration of the application that built it. */
    static final String OWN = "net.aurpay.client.config";

    private @Nullable Config source;
    private @Nullable ClientConfig config;

    /** @throws IllegalArgumentException naming the key that is missing or wrong */
    ClientConfig of(ClientRequestContext request) {
        return request.getConfiguration().getProperty(OWN) instanceof ClientConfig own ? own : ofApplication();
    }

    /** @throws IllegalArgumentException naming the key that is missing or wrong */
    ClientConfig ofApplication() {
        return of(ApplicationConfig.current());
    }

    private synchronized ClientConfig of(Config current) {
        if (config == null || source != current) {
            // not every server runs the extension that looks at the deployment
            RestClientKeys.check(current);
            config = ClientConfig.of(current);
            source = current;
        }
        return config;
    }
}
