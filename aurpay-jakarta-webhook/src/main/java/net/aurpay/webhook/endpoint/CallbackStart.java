package net.aurpay.webhook.endpoint;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Reports where callbacks arrive. The container calls it when it starts the {@link CallbackApplication} of a web
 * module, because callbacks are really received only from then on. It configures nothing.
 */
public class CallbackStart implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
        try {
            CDI.current().select(WebhookLifecycle.class).get().taken();
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(CallbackStart.class.getName())
                    .log(System.Logger.Level.WARNING, "it is not known where callbacks arrive", e);
        }
        return false;
    }
}
