package net.aurpay.webhook;

import org.jspecify.annotations.Nullable;

/** Shows callbacks to OpenTelemetry, where that is switched on. */
final class CallbackWatch {
    private @Nullable CallbackTelemetry telemetry;

    CallbackWatch() {
        try {
            telemetry = new CallbackTelemetry();
        } catch (LinkageError | RuntimeException e) {
            // no OpenTelemetry that the application sees
        }
    }

    Verdict answer(CallbackEndpoint endpoint, Delivery delivery) {
        return telemetry == null ? endpoint.answer(delivery) : telemetry.answer(endpoint, delivery);
    }
}
