package net.aurpay.it.sandbox;

import java.time.Duration;
import java.util.List;

/**
 * How callbacks go wrong, on demand. Each method gives a changed copy.
 *
 * @param copies how often each is sent, whatever the answers
 * @param delay before the first attempt
 * @param dateShift what {@code Date} is off by
 * @param keepDate whether a retry has the first attempt's date
 * @param tampering what is changed after signing
 * @param via scheme, host and port to connect to in place of the URL's own, for the first copy, the second and so on, and
 *     again from the start; the URL that was registered is signed
 */
public record CallbackPlan(
        int copies, Duration delay, Duration dateShift, boolean keepDate, Tampering tampering, List<String> via) {
    /** What is changed after signing. */
    public enum Tampering {
        NONE,
        URL,
        TOKEN,
        SIGNATURE
    }

    public static final CallbackPlan NORMAL =
            new CallbackPlan(1, Duration.ZERO, Duration.ZERO, false, Tampering.NONE, List.of());

    public CallbackPlan copies(int copies) {
        return new CallbackPlan(copies, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan delay(Duration delay) {
        return new CallbackPlan(copies, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan dateShift(Duration dateShift) {
        return new CallbackPlan(copies, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan keepDate(boolean keepDate) {
        return new CallbackPlan(copies, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan tampering(Tampering tampering) {
        return new CallbackPlan(copies, delay, dateShift, keepDate, tampering, via);
    }

    public CallbackPlan via(String... via) {
        return new CallbackPlan(copies, delay, dateShift, keepDate, tampering, List.of(via));
    }
}
