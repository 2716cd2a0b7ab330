package net.aurpay.webhook.endpoint;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.inject.spi.CDI;
import org.jspecify.annotations.Nullable;

/**
 * Records a span and a count for each callback. Neither contains anything that came with the callback.
 *
 * <p>Only {@link CallbackTelemetryInterceptor} may use this class. It names OpenTelemetry, which some servers do not
 * have.
 */
final class CallbackTelemetry {
    private static final String NAME = "aurpay.webhook.callbacks";

    private final Tracer tracer;
    private @Nullable InboxGauge gauge;
    private @Nullable LongCounter counter;

    CallbackTelemetry() {
        OpenTelemetry telemetry = CDI.current().select(OpenTelemetry.class).get();
        tracer = telemetry.getTracer(NAME);
        try {
            counter = telemetry
                    .getMeter(NAME)
                    .counterBuilder(NAME)
                    .setUnit("{callback}")
                    .build();
            gauge = new InboxGauge(telemetry);
        } catch (LinkageError e) {
            // MicroProfile Telemetry 1.1 has only spans.
        }
    }

    CallbackOutcome answer(CallbackEndpoint endpoint, Delivery delivery) {
        if (gauge != null) {
            gauge.watch(endpoint);
        }
        String kind = delivery.kind().path().substring(1);
        Span span = tracer.spanBuilder("callback " + kind).startSpan();
        try {
            CallbackOutcome outcome = Context.current()
                    .with(span)
                    .wrapSupplier(() -> endpoint.answer(delivery))
                    .get();
            AttributesBuilder attributes =
                    Attributes.builder().put("aurpay.kind", kind).put("aurpay.outcome", outcome.name());
            if (outcome.reason() != null) {
                attributes.put("aurpay.reason", outcome.reason().name());
            }
            if (outcome.status() >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            Attributes all = attributes.build();
            if (counter != null) {
                counter.add(1, all);
            }
            span.setAllAttributes(all);
            return outcome;
        } finally {
            span.end();
        }
    }
}
