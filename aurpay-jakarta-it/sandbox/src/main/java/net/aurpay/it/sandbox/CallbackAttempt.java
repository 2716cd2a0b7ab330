package net.aurpay.it.sandbox;

import java.time.Instant;

/**
 * One attempt of a callback.
 *
 * @param callback names the callback; its attempts share it
 * @param number from 1
 * @param status of the answer; 0 if there was none
 * @param error why there was no answer; otherwise empty
 * @param last whether no other follows by itself
 */
public record CallbackAttempt(
        String callback,
        String orderId,
        int number,
        Instant time,
        String method,
        String url,
        int status,
        String error,
        boolean last) {}
