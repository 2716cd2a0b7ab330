package net.aurpay.client.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import net.aurpay.client.AurpayApi;
import org.jspecify.annotations.Nullable;

/**
 * Reports each call to OpenTelemetry if OpenTelemetry is switched on. This interceptor runs around
 * {@link CallInterceptor}, so that a call is one span, however often the call is tried.
 */
@AurpayApi
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class CallTelemetryInterceptor {
    private @Nullable CallTelemetry telemetry;

    public CallTelemetryInterceptor() {
        try {
            telemetry = new CallTelemetry();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            // The application does not see OpenTelemetry, or there is no application.
        }
    }

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        return telemetry == null ? invocation.proceed() : call(invocation.getMethod(), invocation::proceed);
    }

    @Nullable
    Object call(Method method, Callable<@Nullable Object> call) throws Exception {
        return telemetry == null ? call.call() : telemetry.call(ExceptionTranslator.operation(method), call);
    }

    void answered(ApiResponse answer) {
        if (telemetry != null) {
            CallTelemetry.answered(ApiResponse.header(answer.headers(), ApiResponse.TRACE_ID));
        }
    }
}
