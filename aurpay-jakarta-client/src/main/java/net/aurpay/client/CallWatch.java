package net.aurpay.client;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Shows a call to OpenTelemetry, where that is switched on; around Fault Tolerance, so that
 * a call is one, however often it is tried. Open Liberty's Rest Client 3.0 alone puts Fault Tolerance around everything.
 */
@AurpayCall
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class CallWatch {
    private @Nullable CallTelemetry telemetry;

    public CallWatch() {
        try {
            telemetry = new CallTelemetry();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            // no OpenTelemetry that the application sees, or no application
        }
    }

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        return telemetry == null ? invocation.proceed() : call(invocation.getMethod(), invocation::proceed);
    }

    @Nullable
    Object call(Method method, Callable<@Nullable Object> call) throws Exception {
        return telemetry == null ? call.call() : telemetry.call(CallFailure.operation(method), call);
    }

    void answered(Answer answer) {
        if (telemetry != null) {
            CallTelemetry.answered(Answer.header(answer.headers(), Answer.TRACE_ID));
        }
    }
}
