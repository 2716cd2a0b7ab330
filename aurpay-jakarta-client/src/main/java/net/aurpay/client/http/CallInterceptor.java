package net.aurpay.client.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayException;
import org.jspecify.annotations.Nullable;

/**
 * Tries reads again, and turns whatever a call ends in into an exception of the library: no filter and no mapper sees a
 * call that got no response. The last interceptor of this library, so that the others see one call, however often it is
 * tried.
 */
@AurpayApi
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 100)
public class CallInterceptor {
    private final CurrentConfig config = new CurrentConfig();

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) {
        Method method = invocation.getMethod();
        ExceptionTranslator.refuseNullId(method, invocation.getParameters());
        return Retries.of(method, config::ofApplication).call(invocation::proceed, thrown -> {
            AurpayException failure =
                    ExceptionTranslator.of(method, thrown, Destination.of(ApplicationConfig.current()));
            if (RetryingInvocationHandler.isCalling()) {
                // On some servers interceptors reach clients that were built by hand, too. The handler tries again.
                throw failure;
            }
            return failure;
        });
    }
}
