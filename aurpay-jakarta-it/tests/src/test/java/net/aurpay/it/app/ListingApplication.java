package net.aurpay.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** An application that lists its classes, so that the server does not look for others. */
@ApplicationPath("probe")
public class ListingApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EventResource.class, PaymentResource.class);
    }
}
