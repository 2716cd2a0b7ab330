package net.aurpay.it.sandbox;

import java.time.Instant;

/**
 * One attempt to deliver a callback.
 *
 * @param callback id of the callback, the same for all its attempts
 * @param number counted from 1
 * @param status HTTP status of the answer; 0 if there was no answer
 * @param error why there was no answer, see {@link #lost()}; empty if there was one
 * @param last whether the sandbox will not retry by itself
 */
public record CallbackAttempt(
        String callback,
        OrderKey order,
        int number,
        Instant time,
        String method,
        String url,
        int status,
        String error,
        boolean last) {
    static final String LOST = "lost";

    public String orderId() {
        return order.orderId();
    }

    /** Whether the callback was lost on purpose, so that it was not sent. */
    public boolean lost() {
        return status == 0 && error.equals(LOST);
    }
}
