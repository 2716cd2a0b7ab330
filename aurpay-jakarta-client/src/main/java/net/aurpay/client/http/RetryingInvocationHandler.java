package net.aurpay.client.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Adds retries and telemetry to a client of {@code Aurpay.forMerchant}; injected clients have interceptors for that. */
final class RetryingInvocationHandler implements InvocationHandler {
    private final Object client;
    private final CallTelemetryInterceptor telemetry;
    private final ClientConfig config;
    private final String destination;
    private final Map<Method, CallParameters> known = new ConcurrentHashMap<>();

    /** @param destination the result of {@link Destination#of}, for messages */
    RetryingInvocationHandler(
            Object client, CallTelemetryInterceptor telemetry, ClientConfig config, String destination) {
        this.client = client;
        this.telemetry = telemetry;
        this.config = config;
        this.destination = destination;
    }

    /**
     * Whether the current call came through this class. Walks the stack, so this is called only
     * after a failure.
     */
    static boolean isCalling() {
        String name = RetryingInvocationHandler.class.getName();
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(name)
                        && frame.getMethodName().equals("send")));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        @Nullable Object[] prepared = CallParameters.of(method, known).prepare(arguments);
        return telemetry.call(
                method,
                () -> Retries.call(
                        () -> send(method, prepared),
                        thrown -> ExceptionTranslator.of(method, thrown, destination),
                        () -> Retries.of(method, () -> config)));
    }

    private @Nullable Object send(Method method, @Nullable Object @Nullable [] arguments) throws Exception {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = Objects.requireNonNull(e.getCause());
            if (thrown instanceof Exception exception) {
                throw exception;
            }
            throw (Error) thrown;
        }
    }

    private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        if (method.getReturnType() == boolean.class) {
            return arguments != null && proxy == arguments[0];
        }
        return method.getReturnType() == int.class ? System.identityHashCode(proxy) : "a client of one merchant";
    }
}
