package net.aurpay.client.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/** Reports each call to OpenTelemetry, if that is switched on: one span and one count, however often the call is tried. */
@AurpayApi
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class CallTelemetryInterceptor {
    /** The attribute of a call's span that holds Aurpay's name for the call. */
    static final String TRACE_ID = "aurpay.trace_id";

    private static final String NAME = "aurpay.client.calls";

    private final Telemetry telemetry = telemetry();

    /** What observes calls. */
    static Telemetry telemetry() {
        return Telemetry.named(NAME, "{call}");
    }

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        return call(invocation.getMethod(), invocation::proceed);
    }

    @Nullable
    Object call(Method method, Callable<@Nullable Object> call) throws Exception {
        if (!telemetry.isOn() || telemetry.isObserving()) {
            // On some servers interceptors reach clients that were built by hand, too: their handler observes them.
            return call.call();
        }
        String operation = ExceptionTranslator.operation(method);
        try (Telemetry.Observation observation = telemetry.start(operation)) {
            observation.tag("aurpay.operation", operation);
            // There may be thousands of the others.
            CallAccount.current()
                    .filter(CallAccount::listed)
                    .ifPresent(current ->
                            observation.tag("aurpay.account", current.account().name()));
            return observed(observation, call);
        }
    }

    private @Nullable Object observed(Telemetry.Observation observation, Callable<@Nullable Object> call)
            throws Exception {
        String outcome = "failed";
        try {
            Object result = call.call();
            outcome = "success";
            observation.tag("aurpay.code", 0);
            return result;
        } catch (AurpayException e) {
            outcome = outcome(e);
            observation.failed();
            if (e.code() != AurpayException.NO_CODE) {
                observation.tag("aurpay.code", e.code());
            }
            if (e.traceId() != null) {
                telemetry.detail(TRACE_ID, e.traceId());
            }
            throw e;
        } finally {
            observation.tag("aurpay.outcome", outcome);
        }
    }

    private static String outcome(AurpayException failure) {
        if (failure.outcomeUnknown()) {
            return "unknown";
        } else if (failure instanceof AurpayUnavailableException) {
            return "unavailable";
        }
        int code = failure.code();
        return code == AurpayException.NO_CODE || code == 0 ? "failed" : "rejected";
    }
}
