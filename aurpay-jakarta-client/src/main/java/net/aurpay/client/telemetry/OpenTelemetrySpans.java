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
    /** A key is equal to itself only, and calls are observed by several instances of this class. */
    private static final ContextKey<Unit> INNERMOST = ContextKey.named("aurpay");

    private final String name;
    private final Tracer tracer;
    private final @Nullable LongCounter counter;

    OpenTelemetrySpans(String name, String unit) {
        OpenTelemetry telemetry = CDI.current().select(OpenTelemetry.class).get();
        this.name = name;
        tracer = telemetry.getTracer(name);
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
    public Observation start(String spanName) {
        return new Unit(tracer.spanBuilder(spanName).startSpan());
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public boolean isObserving() {
        return current() != null;
    }

    @Override
    public void detail(String key, String value) {
        Unit unit = current();
        if (unit != null) {
            unit.span.setAttribute(key, value);
        }
    }

    /** The unit of work of this kind that the thread is within, perhaps with units of other kinds around it or in it. */
    private @Nullable Unit current() {
        Unit unit = Context.current().get(INNERMOST);
        while (unit != null && !unit.kind.equals(name)) {
            unit = unit.outer;
        }
        return unit;
    }

    private final class Unit implements Observation {
        private final String kind = name;
        private final @Nullable Unit outer = Context.current().get(INNERMOST);
        private final AttributesBuilder tags = Attributes.builder();
        private final Span span;
        private final Scope scope;

        @SuppressWarnings("MustBeClosedChecker") // close() closes the scope
        Unit(Span span) {
            this.span = span;
            scope = Context.current().with(span).with(INNERMOST, this).makeCurrent();
        }

        @Override
        public void tag(String key, String value) {
            tags.put(key, value);
        }

        @Override
        public void tag(String key, long value) {
            tags.put(key, value);
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
