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
final class GuardedCalls implements InvocationHandler {
    /** How reads are tried again: the values of their {@code @Retry}, in milliseconds. */
    static final int MAX_RETRIES = 2;

    static final long DELAY = 400;
    static final long JITTER = 200;

    private final Object client;
    private final CallWatch watch;
    private final String destination;

    /** @param destination for messages */
    GuardedCalls(Object client, CallWatch watch, String destination) {
        this.client = client;
        this.destination = destination;
        this.watch = watch;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        CallFailure.refuseNullId(method, arguments);
        return watch.call(method, () -> attempts(method, arguments));
    }

    private @Nullable Object attempts(Method method, @Nullable Object @Nullable [] arguments)
            throws IllegalAccessException {
        for (int attempt = 0; ; attempt++) {
            try {
                return method.invoke(client, arguments);
            } catch (InvocationTargetException e) {
                Throwable thrown = Objects.requireNonNull(e.getCause());
                AurpayException failure = CallFailure.of(method, thrown, destination);
                if (!(failure instanceof AurpayUnavailableException)
                        || wasRetried(thrown)
                        || !isRetried(method, attempt)) {
                    throw failure;
                }
            }
        }
    }

    /** Whether the server's own Fault Tolerance stood between this and where it was thrown; all have that in their name. */
    private static boolean wasRetried(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals(GuardedCalls.class.getName())) {
                break;
            }
            if (frame.getClassName().contains("faulttolerance")) {
                return true;
            }
        }
        return false;
    }

    /** Waits before it says yes. */
    private static boolean isRetried(Method method, int attempt) {
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
        if (method.getReturnType() == boolean.class) {
            return arguments != null && proxy == arguments[0];
        }
        return method.getReturnType() == int.class ? System.identityHashCode(proxy) : "a client of one merchant";
    }
}
