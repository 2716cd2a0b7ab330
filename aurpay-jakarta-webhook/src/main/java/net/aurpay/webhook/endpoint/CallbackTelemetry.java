package net.aurpay.webhook.endpoint;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ServiceConfigurationError;
import net.aurpay.client.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/**
 * Reports each callback to OpenTelemetry, if that is switched on. Of what came with a callback, nothing is reported but the
 * name of an account that the configuration lists.
 */
final class CallbackTelemetry {
    /** The attribute with the name of an account. Only configured names are few enough for metrics. */
    static final String ACCOUNT = "aurpay.account";

    private final Telemetry telemetry = Telemetry.named("aurpay.webhook.callbacks", "{callback}");
    private final @Nullable InboxGauge gauge = gauge();

    private static @Nullable InboxGauge gauge() {
        try {
            return new InboxGauge(CDI.current().select(OpenTelemetry.class).get());
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            // There is no OpenTelemetry, or it has no metrics: MicroProfile Telemetry 1.1 has only spans.
            return null;
        }
    }

    CallbackOutcome answer(CallbackEndpoint endpoint, Delivery delivery) {
        if (gauge != null) {
            gauge.watch(endpoint);
        }
        String kind = delivery.kind().path().substring(1);
        try (Telemetry.Observation observation = telemetry.start("callback " + kind)) {
            CallbackOutcome outcome = endpoint.answer(delivery);
            observation.tag("aurpay.kind", kind);
            delivery.account().filter(endpoint::isConfigured).ifPresent(account -> observation.tag(ACCOUNT, account));
            observation.tag("aurpay.outcome", outcome.name());
            if (outcome.reason() != null) {
                observation.tag("aurpay.reason", outcome.reason().name());
            }
            if (outcome.status() >= 500) {
                observation.failed();
            }
            return outcome;
        }
    }
}
