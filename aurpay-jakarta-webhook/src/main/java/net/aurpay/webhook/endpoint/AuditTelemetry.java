package net.aurpay.webhook.endpoint;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ServiceConfigurationError;
import net.aurpay.webhook.AuditReport;
import org.jspecify.annotations.Nullable;

/** Reports the last audit to OpenTelemetry, if that is switched on. Thread-safe. */
final class AuditTelemetry {
    private @Nullable UnexplainedGauge gauge;
    private boolean tried;

    /**
     * Reports an audit. The gauge is created with the first report: an application that never audits has none.
     *
     * @param account empty for the unnamed account
     */
    synchronized void report(String account, AuditReport report) {
        if (!tried) {
            tried = true;
            gauge = gauge();
        }
        if (gauge != null) {
            gauge.set(account, report.unexplained().size());
        }
    }

    private static @Nullable UnexplainedGauge gauge() {
        try {
            return new UnexplainedGauge(
                    CDI.current().select(OpenTelemetry.class).get());
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            // There is no OpenTelemetry, or it has no metrics: MicroProfile Telemetry 1.1 has only spans.
            return null;
        }
    }
}
