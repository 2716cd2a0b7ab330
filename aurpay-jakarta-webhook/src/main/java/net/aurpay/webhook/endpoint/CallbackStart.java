package net.aurpay.webhook.endpoint;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Instantiated by the container, when it starts the {@link CallbackApplication} of a web module: only then callbacks are
 * really taken. Adds nothing.
 */
public class CallbackStart implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
        try {
            CDI.current().select(WebhookLifecycle.class).get().taken();
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(CallbackStart.class.getName())
                    .log(System.Logger.Level.WARNING, "nobody can say where callbacks arrive", e);
        }
        return false;
    }
}
