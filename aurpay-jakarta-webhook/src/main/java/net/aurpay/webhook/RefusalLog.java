package net.aurpay.webhook;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Logs refusals of what anyone may have sent: at most once a minute for each reason, or an attacker writes the log full.
 * It needs no timer: what was counted is told with the next refusal.
 */
final class RefusalLog {
    private static final System.Logger LOG = System.getLogger(RefusalLog.class.getName());
    private static final long PAUSE_MILLIS = 60_000;

    private final InstantSource clock;
    private final Map<RefusalReason, AtomicLong> counts = new EnumMap<>(RefusalReason.class);
    private final Map<RefusalReason, AtomicLong> lastLogged = new EnumMap<>(RefusalReason.class);

    RefusalLog(InstantSource clock) {
        this.clock = clock;
        for (RefusalReason reason : RefusalReason.values()) {
            counts.put(reason, new AtomicLong());
            lastLogged.put(reason, new AtomicLong(Long.MIN_VALUE));
        }
    }

    /** Returns whether this refusal was logged. */
    boolean refused(RefusalReason reason) {
        AtomicLong count = Objects.requireNonNull(counts.get(reason));
        AtomicLong logged = Objects.requireNonNull(lastLogged.get(reason));
        count.incrementAndGet();
        long now = clock.millis();
        long last = logged.get();
        boolean due = last == Long.MIN_VALUE || now - last >= PAUSE_MILLIS || now < last;
        if (!due || !logged.compareAndSet(last, now)) {
            return false;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "refused {0} callback(s), not authentic: {1}{2}",
                Long.toString(count.getAndSet(0)),
                reason,
                hint(reason));
        return true;
    }

    private static String hint(RefusalReason reason) {
        if (reason.isMissingHeader()) {
            return "; if they come from Aurpay, callback authentication may be off in its dashboard";
        }
        return reason == RefusalReason.SIGNATURE_WRONG
                ? "; if they come from Aurpay, aurpay.webhook.secret or aurpay.webhook.url may be wrong"
                : "";
    }
}
