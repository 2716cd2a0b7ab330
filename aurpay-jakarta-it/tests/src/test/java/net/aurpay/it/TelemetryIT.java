package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import net.aurpay.it.otlp.OtlpReceiver;
import net.aurpay.it.otlp.ReceivedSpan;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Switches OpenTelemetry on everywhere, also where the server has none. {@link ObservabilityIT} checks the details. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class TelemetryIT {
    private static final Sandbox SANDBOX = Sandboxes.start();
    /**
     * Is not closed before this JVM ends: an application that is undeployed after the tests exports the rest, and waits
     * until it is received.
     */
    private static final OtlpReceiver RECEIVER = OtlpReceiver.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("telemetry")
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .property("otel.sdk.disabled", false)
                .property("otel.exporter.otlp.protocol", "http/protobuf")
                .property("otel.exporter.otlp.endpoint", RECEIVER.url())
                .property("otel.logs.exporter", "none")
                .property("otel.bsp.schedule.delay", 50)
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void callsAndCallbacksWorkAndHaveSpansWhereTheServerHasOpenTelemetry() throws Exception {
        Probe probe = new Probe(base);
        assertThat(probe.call(Server.bean(), "orders/cryptoCurrencies")).containsKey("result");
        String orderId = probe.createPayment("watched", false);

        SANDBOX.pay(orderId);

        assertThat(SANDBOX.callbacks()
                        .await(made -> made.orderId().equals(orderId), Duration.ofSeconds(30))
                        .status())
                .isEqualTo(200);
        assertThat(probe.get("probe/events/watched").body()).contains("OrderSucceeded");
        if (Server.hasTelemetry()) {
            ShopProbe.await("the span of the call", () -> spans("OrderClient.cryptoCurrencies"));
            ShopProbe.await("the span of the callback", () -> spans("callback succeeded"));
        }
        String raw = RECEIVER.raw();
        // Not AssertJ's contains, which would print the secret.
        assertThat(Sandboxes.secrets().filter(raw::contains)).isEmpty();
    }

    private static boolean spans(String name) {
        return RECEIVER.spans().stream().map(ReceivedSpan::name).anyMatch(name::equals);
    }
}
