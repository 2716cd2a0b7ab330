package net.aurpay.client;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/**
 * Turns the failure of a call that got no answer into an {@link AurpayException}: no filter and no mapper sees such a call.
 *
 * <p>Within Fault Tolerance's interceptor (platform-after + 10), which decides by the exception whether to try again. On
 * Open Liberty with Rest Client 4.0 it is the other way round: there Fault Tolerance sees what the implementation throws.
 */
@AurpayCall
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 100)
public class CallInterceptor {
    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) {
        CallFailure.refuseNullId(invocation.getMethod(), invocation.getParameters());
        try {
            return invocation.proceed();
        } catch (Exception | LinkageError | ServiceConfigurationError e) {
            throw CallFailure.of(invocation.getMethod(), e, Destination.of(ApplicationConfig.current()));
        }
    }
}
