package net.aurpay.webhook.endpoint;

import org.jspecify.annotations.Nullable;

/** Shows callbacks to OpenTelemetry, where that is switched on. */
final class CallbackTelemetryInterceptor {
    private @Nullable CallbackTelemetry telemetry;

    CallbackTelemetryInterceptor() {
        try {
            telemetry = new CallbackTelemetry();
        } catch (LinkageError | RuntimeException e) {
            // no OpenTelemetry that the application sees
        }
    }

    CallbackOutcome answer(CallbackEndpoint endpoint, Delivery delivery) {
        return telemetry == null ? endpoint.answer(delivery) : telemetry.answer(endpoint, delivery);
    }
}
