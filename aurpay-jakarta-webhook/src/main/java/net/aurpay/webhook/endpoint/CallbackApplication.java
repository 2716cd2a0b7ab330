package net.aurpay.webhook.endpoint;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * Instantiated by the container. Makes the callbacks reachable under {@code <context>/aurpay/callbacks}, whatever the
 * application's own {@code Application} does.
 *
 * <p>Where the webhook is in {@code lib/} of an EAR, some servers do not find this class: have a class in the WAR extend
 * it, annotated with {@code @ApplicationPath("aurpay")}.
 */
@ApplicationPath("aurpay")
public class CallbackApplication extends Application {
    static final String PATH = "/aurpay";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(CallbackResource.class, CallbackAddress.class, CallbackStart.class);
    }

    /** Jersey's: a status is answered as it is, where else the container would put its error page. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.response.setStatusOverSendError", true);
    }
}
