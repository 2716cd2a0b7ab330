package net.aurpay.client.telemetry;

import java.util.ServiceConfigurationError;

/** Observes units of work of one kind, such as calls: a span for each of them, and a counter of all. Thread-safe. */
public interface Telemetry {
    /**
     * Telemetry by the application's OpenTelemetry. If the application sees none, nothing is recorded.
     *
     * @param name of the spans' scope and of the counter
     * @param unit of the counter, such as {@code {call}}
     */
    static Telemetry named(String name, String unit) {
        try {
            return new OpenTelemetrySpans(name, unit);
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            // There is no OpenTelemetry, or the thread belongs to no application.
            return NoTelemetry.INSTANCE;
        }
    }

    /** Begins a unit of work on this thread. {@link Observation#close()} must end it on the same thread. */
    Observation start(String spanName);

    /** Whether anything is recorded. If not, there is no need to begin a unit of work. */
    boolean isOn();

    /** Whether this thread is within a unit of work, at whatever depth of other spans. */
    boolean isObserving();

    /** Adds a detail to the span of the unit of work that this thread is within. */
    void detail(String key, String value);

    /** A unit of work that is under way. Not thread-safe. */
    interface Observation extends AutoCloseable {
        /** Adds an attribute to the span and to the counter. There must be few different values. */
        void tag(String key, String value);

        /** Adds an attribute to the span and to the counter. There must be few different values. */
        void tag(String key, long value);

        /** Marks the span as failed. */
        void failed();

        @Override
        void close();
    }
}
