package net.aurpay.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Does for a client built by hand what {@link CallInterceptor} and Fault Tolerance do for an injected one: on some
 * servers interceptors reach built clients, on others not.
 */
record GuardedCalls(Object client) implements InvocationHandler {
    /** How reads are tried again: the values of their {@code @Retry}, in milliseconds. */
    static final int MAX_RETRIES = 2;

    static final long DELAY = 400;
    static final long JITTER = 200;

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        for (int attempt = 0; ; attempt++) {
            try {
                return method.invoke(client, arguments);
            } catch (InvocationTargetException e) {
                AurpayException failure = CallFailure.of(method, Objects.requireNonNull(e.getCause()));
                if (!isRetried(method, failure, attempt)) {
                    throw failure;
                }
            }
        }
    }

    /** Waits before it says yes. */
    private static boolean isRetried(Method method, AurpayException failure, int attempt) {
        // an intercepted call has been through the server's own Fault Tolerance, if there is one
        if (!(failure instanceof AurpayUnavailableException) || failure.wasIntercepted()) {
            return false;
        }
        try {
            Retry retry = method.getAnnotation(Retry.class);
            if (retry == null || attempt >= retry.maxRetries()) {
                return false;
            }
            Thread.sleep(retry.delay() + ThreadLocalRandom.current().nextLong(retry.jitter() + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (LinkageError e) {
            // no Fault Tolerance on this server: injected clients are not retried either
            return false;
        }
    }

    private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a client of one merchant";
        };
    }
}
