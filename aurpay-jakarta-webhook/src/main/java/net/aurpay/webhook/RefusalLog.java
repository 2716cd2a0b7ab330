package net.aurpay.webhook;

import java.time.InstantSource;
import java.util.Collections;
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
    private final Map<RefusalReason, Count> counts;

    RefusalLog(InstantSource clock) {
        this.clock = clock;
        Map<RefusalReason, Count> all = new EnumMap<>(RefusalReason.class);
        for (RefusalReason reason : RefusalReason.values()) {
            all.put(reason, new Count(new AtomicLong(), new AtomicLong(Long.MIN_VALUE)));
        }
        counts = Collections.unmodifiableMap(all);
    }

    /** Returns whether this refusal was logged. */
    boolean refused(RefusalReason reason) {
        Count count = Objects.requireNonNull(counts.get(reason));
        count.since.incrementAndGet();
        long now = clock.millis();
        long last = count.lastLogged.get();
        boolean due = last == Long.MIN_VALUE || now - last >= PAUSE_MILLIS || now < last;
        if (!due || !count.lastLogged.compareAndSet(last, now)) {
            return false;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "refused {0} callback(s), not authentic: {1}{2}",
                Long.toString(count.since.getAndSet(0)),
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

    private record Count(AtomicLong since, AtomicLong lastLogged) {}
}
