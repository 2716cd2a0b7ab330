package net.aurpay.webhook.endpoint;

import org.jspecify.annotations.Nullable;

/** Reports callbacks to OpenTelemetry, if that is switched on. */
final class CallbackTelemetryInterceptor {
    private @Nullable CallbackTelemetry telemetry;

    CallbackTelemetryInterceptor() {
        try {
            telemetry = new CallbackTelemetry();
        } catch (LinkageError | RuntimeException e) {
            // The application sees no OpenTelemetry.
        }
    }

    CallbackOutcome answer(CallbackEndpoint endpoint, Delivery delivery) {
        return telemetry == null ? endpoint.answer(delivery) : telemetry.answer(endpoint, delivery);
    }
}
