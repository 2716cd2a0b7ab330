package net.aurpay.webhook.endpoint;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * Serves callbacks at {@code <context>/aurpay/callbacks}, and the cashier beside them, whatever the application's own {@code Application} does.
 *
 * <p>If the webhook is in {@code lib/} of an EAR, some servers do not find this class. In that case let a class in the
 * WAR extend it, annotated with {@code @ApplicationPath("aurpay")}.
 */
@ApplicationPath("aurpay")
public class CallbackApplication extends Application {
    static final String PATH = "/aurpay";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                CallbackResource.class,
                ProbeResource.class,
                CashierResource.class,
                CallbackAddress.class,
                CallbackStart.class);
    }

    /** Makes Jersey send a status as it is, instead of the container's error page. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.response.setStatusOverSendError", true);
    }
}
