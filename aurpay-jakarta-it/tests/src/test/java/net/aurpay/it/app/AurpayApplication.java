package net.aurpay.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** An application whose own path is the one that the webhook takes by default. */
@ApplicationPath("aurpay")
public class AurpayApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EventResource.class, PaymentResource.class);
    }
}
