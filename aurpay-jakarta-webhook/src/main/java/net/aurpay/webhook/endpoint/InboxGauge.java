package net.aurpay.webhook.endpoint;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reports how many callbacks the inbox in memory holds, so that someone notices before it is full. A table needs no
 * gauge. It is a separate class because MicroProfile Telemetry 1.1 has no metrics and cannot load it.
 */
final class InboxGauge {
    private static final String NAME = "aurpay.webhook.inbox";

    private final LongGaugeBuilder gauge;
    private final AtomicBoolean watches = new AtomicBoolean();

    /** @throws LinkageError if there are no metrics, which must show before a callback comes */
    InboxGauge(OpenTelemetry telemetry) {
        gauge = telemetry.getMeter(NAME).gaugeBuilder(NAME).ofLongs().setUnit("{callback}");
    }

    void watch(CallbackEndpoint endpoint) {
        if (endpoint.inMemory().isPresent() && watches.compareAndSet(false, true)) {
            gauge.buildWithCallback(
                    measurement -> measurement.record(endpoint.inMemory().orElse(0)));
        }
    }
}
