package net.aurpay.client.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayException;
import org.jspecify.annotations.Nullable;

/**
 * Retries reads, and turns every failure of a call into an exception of this library. This is an interceptor because
 * neither a filter nor a mapper sees a call that got no response. Among the interceptors of this library, this is the
 * last, so that the others see a single call, however often the call is tried.
 */
@AurpayApi
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 100)
public class CallInterceptor {
    private final CurrentConfig config = new CurrentConfig();
    private final Map<Method, CallParameters> known = new ConcurrentHashMap<>();

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) {
        Method method = invocation.getMethod();
        prepare(invocation);
        return Retries.call(
                invocation::proceed,
                thrown -> {
                    AurpayException failure =
                            ExceptionTranslator.of(method, thrown, Destination.of(ApplicationConfig.current()));
                    if (RetryingInvocationHandler.isCalling()) {
                        // On some servers, interceptors also surround clients that were built by hand. There, the
                        // handler retries.
                        throw failure;
                    }
                    return failure;
                },
                () -> Retries.of(method, config::ofApplication));
    }

    private void prepare(InvocationContext invocation) {
        @Nullable Object[] given = invocation.getParameters();
        @Nullable
        Object[] prepared = CallParameters.of(invocation.getMethod(), known).prepare(given);
        // For a client that was built by hand, the handler has already spelled what has to be spelled.
        if (prepared != given && !RetryingInvocationHandler.isCalling()) {
            invocation.setParameters(prepared);
        }
    }
}
