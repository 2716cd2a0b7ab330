package net.aurpay.sandbox;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import net.aurpay.it.sandbox.CallbackAttempt;

/**
 * One attempt to deliver a callback, and its answer.
 *
 * @param callback id of the callback, the same for all its attempts
 * @param reference the reference in the URL; empty if the URL has none
 * @param attempt counted from 1
 * @param status HTTP status of the answer; empty if there was none
 * @param error why there was no answer; empty if there was one
 * @param lost whether the sandbox lost the callback on purpose, and sent nothing
 * @param last whether the sandbox will not try again by itself
 */
public record CallbackDelivery(
        String callback,
        String orderId,
        Optional<String> reference,
        int attempt,
        Instant time,
        String method,
        String url,
        OptionalInt status,
        String error,
        boolean lost,
        boolean last) {
    static CallbackDelivery of(CallbackAttempt attempt) {
        return new CallbackDelivery(
                attempt.callback(),
                attempt.orderId(),
                References.in(attempt.url()),
                attempt.number(),
                attempt.time(),
                attempt.method(),
                attempt.url(),
                attempt.status() == 0 ? OptionalInt.empty() : OptionalInt.of(attempt.status()),
                attempt.error(),
                attempt.lost(),
                attempt.last());
    }

    /** Returns a line such as {@code 2026-11-27T10:00:00Z GET http://… attempt 2: 503}. */
    @Override
    public String toString() {
        String answer = status.isPresent() ? String.valueOf(status.getAsInt()) : error;
        return time + " " + method + " " + url + " attempt " + attempt + ": " + answer;
    }
}
