package net.aurpay.client.http;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.AurpayApi;

/** Notes which clients the application injects, for {@link ClientStart}. */
public class InjectedClients implements Extension {
    /** A name, because the extension must also load where the class is missing: {@link ClientExtension} reports that. */
    private static final String QUALIFIER = "org.eclipse.microprofile.rest.client.inject.RestClient";

    private final Set<Class<?>> injected = ConcurrentHashMap.newKeySet();
    private final Set<Class<?>> unmarked = ConcurrentHashMap.newKeySet();

    void found(@Observes ProcessInjectionPoint<?, ?> point) {
        InjectionPoint injection = point.getInjectionPoint();
        if (injection.getType() instanceof Class<?> type
                && injection.getQualifiers().stream()
                        .anyMatch(qualifier ->
                                qualifier.annotationType().getName().equals(QUALIFIER))) {
            if (type.isAnnotationPresent(AurpayApi.class)) {
                injected.add(type);
            } else if (InterfaceRules.isSigned(type) && !type.getName().startsWith("net.aurpay.client.health.")) {
                unmarked.add(type);
            }
        }
    }

    Set<Class<?>> types() {
        return Set.copyOf(injected);
    }

    /** The interfaces whose requests would be signed, but which lack {@link AurpayApi}. */
    Set<Class<?>> unmarked() {
        return Set.copyOf(unmarked);
    }
}
