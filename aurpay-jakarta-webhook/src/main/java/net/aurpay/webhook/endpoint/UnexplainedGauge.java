package net.aurpay.webhook.endpoint;

import io.opentelemetry.api.OpenTelemetry;

/**
 * Reports how many unexplained orders the last audit of this server has found. It is a separate class because MicroProfile
 * Telemetry 1.1 has no metrics and cannot load it.
 */
final class UnexplainedGauge {
    private static final String NAME = "aurpay.payments.unexplained";

    private volatile long orders;

    /** @throws LinkageError if there are no metrics */
    UnexplainedGauge(OpenTelemetry telemetry) {
        telemetry
                .getMeter(NAME)
                .gaugeBuilder(NAME)
                .ofLongs()
                .setUnit("{order}")
                .buildWithCallback(measurement -> measurement.record(orders));
    }

    void set(long count) {
        orders = count;
    }
}
