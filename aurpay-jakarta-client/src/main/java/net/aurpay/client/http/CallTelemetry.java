package net.aurpay.client.http;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.Callable;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.shared.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Creates a span and a count for each call. Neither contains the message of an exception, which may show a part of a
 * response and thus the figures of an order.
 *
 * <p>This is the only class that uses OpenTelemetry, which some servers do not have. Only
 * {@link CallTelemetryInterceptor} may use this class.
 */
final class CallTelemetry {
    private static final String TRACE_ID = "aurpay.trace_id";
    private static final String NAME = "aurpay.client.calls";

    /** The span of the call that is under way in this thread, however deeply other spans are nested in it. */
    private static final ContextKey<Span> CALL = ContextKey.named(NAME);

    private final Tracer tracer;
    private @Nullable LongCounter counter;

    CallTelemetry() {
        OpenTelemetry telemetry = CDI.current().select(OpenTelemetry.class).get();
        tracer = telemetry.getTracer(NAME);
        try {
            counter = telemetry
                    .getMeter(NAME)
                    .counterBuilder(NAME)
                    .setUnit("{call}")
                    .build();
        } catch (LinkageError e) {
            // MicroProfile Telemetry 1.1 has spans only.
        }
    }

    @Nullable
    Object call(String operation, Callable<@Nullable Object> call) throws Exception {
        Context outer = Context.current();
        if (outer.get(CALL) != null) {
            // On some servers, interceptors also surround clients that were built by hand. Count such a call once.
            return call.call();
        }
        Span span = tracer.spanBuilder(operation).startSpan();
        String outcome = "failed";
        int code = AurpayException.NO_CODE;
        try {
            Object answer = outer.with(span).with(CALL, span).wrap(call).call();
            outcome = "success";
            code = 0;
            return answer;
        } catch (AurpayException e) {
            span.setStatus(StatusCode.ERROR);
            outcome = outcome(e);
            code = e.code();
            if (e.traceId() != null) {
                span.setAttribute(TRACE_ID, e.traceId());
            }
            throw e;
        } finally {
            AttributesBuilder known =
                    Attributes.builder().put("aurpay.operation", operation).put("aurpay.outcome", outcome);
            if (code != AurpayException.NO_CODE) {
                known.put("aurpay.code", code);
            }
            Attributes attributes = known.build();
            if (counter != null) {
                counter.add(1, attributes);
            }
            span.setAllAttributes(attributes);
            span.end();
        }
    }

    private static String outcome(AurpayException failure) {
        if (failure.outcomeUnknown()) {
            return "unknown";
        } else if (failure instanceof AurpayUnavailableException) {
            return "unavailable";
        }
        int code = failure.code();
        return code == AurpayException.NO_CODE || code == 0 ? "failed" : "refused";
    }

    static void answered(@Nullable String traceId) {
        Span span = Context.current().get(CALL);
        if (span != null && traceId != null) {
            span.setAttribute(TRACE_ID, Redaction.text(traceId, 64));
        }
    }
}
