package net.aurpay.it.sandbox;

import java.time.Duration;
import java.util.List;

/**
 * How callbacks are sent, and what goes wrong with them. Immutable; each method returns a changed copy.
 *
 * @param copies how often each callback is sent, whatever the shop answers
 * @param lost whether callbacks and their retries are not sent at all; the log shows each of them as lost
 * @param delay time before the first attempt, by the {@link SandboxClock}
 * @param dateShift added to the {@code Date}
 * @param keepDate whether a retry has the same date as the first attempt
 * @param tampering what is changed after signing
 * @param via where to connect to instead of the URL's own scheme, host and port: one value for each copy, starting over
 *     if there are more copies than values; the signature still covers the registered URL
 */
public record CallbackPlan(
        int copies,
        boolean lost,
        Duration delay,
        Duration dateShift,
        boolean keepDate,
        Tampering tampering,
        List<String> via) {
    /** What is changed after signing. */
    public enum Tampering {
        NONE,
        URL,
        TOKEN,
        SIGNATURE
    }

    public static final CallbackPlan NORMAL =
            new CallbackPlan(1, false, Duration.ZERO, Duration.ZERO, false, Tampering.NONE, List.of());

    public CallbackPlan copies(int copies) {
        return new CallbackPlan(copies, lost, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan lost(boolean lost) {
        return new CallbackPlan(copies, lost, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan delay(Duration delay) {
        return new CallbackPlan(copies, lost, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan dateShift(Duration dateShift) {
        return new CallbackPlan(copies, lost, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan keepDate(boolean keepDate) {
        return new CallbackPlan(copies, lost, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan tampering(Tampering tampering) {
        return new CallbackPlan(copies, lost, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan via(String... via) {
        return new CallbackPlan(copies, lost, delay, dateShift, keepDate, tampering, List.of(via));
    }
}
