package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.UnexplainedOrder;
import org.junit.jupiter.api.Test;

class AuditTelemetryTest {
    private final List<String> created = new ArrayList<>();
    private final List<Consumer<ObservableLongMeasurement>> callbacks = new ArrayList<>();
    private final AuditTelemetry telemetry = new AuditTelemetry();

    @Test
    void reportsHowManyOrdersTheLastAuditCouldNotExplain() {
        try (FakeCdi container = FakeCdi.with(OpenTelemetry.class, fake(OpenTelemetry.class))) {
            telemetry.report("", report(3));
            assertThat(measured()).containsExactly(3L);
            telemetry.report("", report(0));
            assertThat(measured()).containsExactly(0L);
            assertThat(container.lookUps).isEqualTo(1);
        }
        assertThat(created).containsExactly("gaugeBuilder aurpay.payments.unexplained", "setUnit {order}");
    }

    @Test
    void reportsNothingWithoutOpenTelemetry() {
        telemetry.report("", report(3));
        assertThat(callbacks).isEmpty();
    }

    private List<Long> measured() {
        List<Long> measured = new ArrayList<>();
        ObservableLongMeasurement measurement = proxy(ObservableLongMeasurement.class, (proxy, method, arguments) -> {
            measured.add((Long) arguments[0]);
            return null;
        });
        callbacks.forEach(callback -> callback.accept(measurement));
        return measured;
    }

    /** An OpenTelemetry whose objects lead to the next one, and which keeps what a gauge calls. */
    private <T> T fake(Class<T> type) {
        return proxy(type, (proxy, method, arguments) -> switch (method.getName()) {
            case "getMeter" -> fake(Meter.class);
            case "gaugeBuilder" -> {
                created.add("gaugeBuilder " + arguments[0]);
                yield fake(DoubleGaugeBuilder.class);
            }
            case "ofLongs" -> fake(LongGaugeBuilder.class);
            case "setUnit" -> {
                created.add("setUnit " + arguments[0]);
                yield proxy;
            }
            case "buildWithCallback" -> {
                @SuppressWarnings("unchecked")
                Consumer<ObservableLongMeasurement> callback = (Consumer<ObservableLongMeasurement>) arguments[0];
                callbacks.add(callback);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(AuditTelemetryTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static AuditReport report(int unexplained) {
        List<UnexplainedOrder> orders = new ArrayList<>();
        for (int i = 0; i < unexplained; i++) {
            orders.add(new UnexplainedOrder(Sample.order(Map.of()), List.of()));
        }
        return new AuditReport(Sample.NOW, Sample.NOW.plusSeconds(1), 5, orders, List.of(), Optional.empty());
    }
}
