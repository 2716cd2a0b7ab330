package net.aurpay.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import net.aurpay.it.sandbox.CallbackAttempt;
import net.aurpay.it.sandbox.Sandbox;

/** The callbacks of a sandbox, as a test asks for them. */
final class SandboxCallbacks {
    private final Sandbox sandbox;

    SandboxCallbacks(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<CallbackDelivery> all() {
        return sandbox.callbacks().attempts().stream().map(CallbackDelivery::of).toList();
    }

    List<CallbackDelivery> of(String reference) {
        return all().stream()
                .filter(attempt -> attempt.reference().filter(reference::equals).isPresent())
                .toList();
    }

    int sendLost() {
        List<String> lost = sandbox.callbacks().lost().stream()
                .map(CallbackAttempt::callback)
                .distinct()
                .filter(this::isLost)
                .toList();
        lost.forEach(sandbox::sendAgain);
        return lost.size();
    }

    /** A callback that was sent after all has a later attempt. */
    private boolean isLost(String callback) {
        return sandbox.callbacks().attempts().stream()
                .filter(attempt -> attempt.callback().equals(callback))
                .allMatch(CallbackAttempt::lost);
    }

    /** @param meant whether an order, by its id, is the one to wait for */
    Optional<CallbackDelivery> awaitSuccess(Predicate<String> meant, Duration atMost) throws InterruptedException {
        try {
            return Optional.of(CallbackDelivery.of(sandbox.callbacks()
                    .await(attempt -> isAnsweredSuccess(attempt) && meant.test(attempt.orderId()), atMost)));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    private boolean isAnsweredSuccess(CallbackAttempt attempt) {
        return attempt.status() == 200
                && attempt.url().equals(sandbox.order(attempt.orderId()).urls().callbackUrl());
    }
}
