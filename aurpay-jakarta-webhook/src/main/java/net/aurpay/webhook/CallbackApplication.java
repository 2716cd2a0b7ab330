package net.aurpay.webhook;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * Instantiated by the container. Makes the callbacks reachable under {@code <context>/aurpay/callbacks}, whatever the
 * application's own {@code Application} does.
 */
@ApplicationPath("aurpay")
public class CallbackApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(CallbackResource.class);
    }
}
