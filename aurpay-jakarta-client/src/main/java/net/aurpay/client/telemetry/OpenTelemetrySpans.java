package net.aurpay.client.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.inject.spi.CDI;
import org.jspecify.annotations.Nullable;

/**
 * Records spans and a counter with OpenTelemetry. Only {@link Telemetry} may use this class: it names OpenTelemetry, which some
 * servers do not have.
 */
final class OpenTelemetrySpans implements Telemetry {
    private final Tracer tracer;
    private final ContextKey<Span> key;
    private final @Nullable LongCounter counter;

    OpenTelemetrySpans(String name, String unit) {
        OpenTelemetry telemetry = CDI.current().select(OpenTelemetry.class).get();
        tracer = telemetry.getTracer(name);
        key = ContextKey.named(name);
        counter = counter(telemetry, name, unit);
    }

    /** MicroProfile Telemetry 1.1 has only spans. */
    private static @Nullable LongCounter counter(OpenTelemetry telemetry, String name, String unit) {
        try {
            return telemetry.getMeter(name).counterBuilder(name).setUnit(unit).build();
        } catch (LinkageError e) {
            return null;
        }
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the observation closes the scope
    public Observation start(String spanName) {
        Span span = tracer.spanBuilder(spanName).startSpan();
        return new Unit(span, Context.current().with(span).with(key, span).makeCurrent());
    }

    @Override
    public boolean isObserving() {
        return Context.current().get(key) != null;
    }

    @Override
    public void detail(String name, String value) {
        Span span = Context.current().get(key);
        if (span != null) {
            span.setAttribute(name, value);
        }
    }

    private final class Unit implements Observation {
        private final Span span;
        private final Scope scope;
        private final AttributesBuilder tags = Attributes.builder();

        Unit(Span span, Scope scope) {
            this.span = span;
            this.scope = scope;
        }

        @Override
        public void tag(String name, String value) {
            tags.put(name, value);
        }

        @Override
        public void tag(String name, long value) {
            tags.put(name, value);
        }

        @Override
        public void failed() {
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            scope.close();
            Attributes all = tags.build();
            if (counter != null) {
                counter.add(1, all);
            }
            span.setAllAttributes(all);
            span.end();
        }
    }
}
