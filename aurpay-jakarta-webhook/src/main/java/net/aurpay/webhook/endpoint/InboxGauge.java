package net.aurpay.webhook.endpoint;

import io.opentelemetry.api.OpenTelemetry;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reports how many callbacks the inbox in memory holds, so that someone notices before it is full. A table needs no
 * gauge. It is a separate class because MicroProfile Telemetry 1.1 has no metrics and cannot load it.
 */
final class InboxGauge {
    private static final String NAME = "aurpay.webhook.inbox";

    private final OpenTelemetry telemetry;
    private final AtomicBoolean watches = new AtomicBoolean();

    InboxGauge(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    void watch(CallbackEndpoint endpoint) {
        if (endpoint.inMemory().isPresent() && watches.compareAndSet(false, true)) {
            telemetry
                    .getMeter(NAME)
                    .gaugeBuilder(NAME)
                    .ofLongs()
                    .setUnit("{callback}")
                    .buildWithCallback(gauge -> gauge.record(endpoint.inMemory().orElse(0)));
        }
    }
}
