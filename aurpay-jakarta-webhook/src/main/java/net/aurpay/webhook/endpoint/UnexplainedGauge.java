package net.aurpay.webhook.endpoint;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports how many unexplained orders the last audit of this server has found, for each account. It is a separate class because
 * MicroProfile Telemetry 1.1 has no metrics and cannot load it.
 */
final class UnexplainedGauge {
    private static final String NAME = "aurpay.payments.unexplained";

    private final Map<Attributes, Long> orders = new ConcurrentHashMap<>();

    /** @throws LinkageError if there are no metrics */
    UnexplainedGauge(OpenTelemetry telemetry) {
        telemetry
                .getMeter(NAME)
                .gaugeBuilder(NAME)
                .ofLongs()
                .setUnit("{order}")
                .buildWithCallback(
                        measurement -> orders.forEach((account, count) -> measurement.record(count, account)));
    }

    void set(String account, long count) {
        orders.put(
                account.isEmpty()
                        ? Attributes.empty()
                        : Attributes.of(AttributeKey.stringKey(CallbackTelemetry.ACCOUNT), account),
                count);
    }
}
