package net.aurpay.webhook;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Notes that a web module takes callbacks: the container makes an instance when it starts the {@link CallbackApplication} of
 * that module. Adds nothing to the application.
 */
public class CallbackStart implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
        try {
            CDI.current().select(Webhook.class).get().taken();
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(CallbackStart.class.getName())
                    .log(System.Logger.Level.WARNING, "nobody can say where callbacks arrive", e);
        }
        return false;
    }
}
