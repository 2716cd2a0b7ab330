package net.aurpay.webhook.endpoint;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import net.aurpay.webhook.verification.CallbackRejectedException;
import net.aurpay.webhook.verification.RejectionReason;

/**
 * Logs rejections of requests that anyone may have sent, at most once a minute for each reason; otherwise an attacker
 * could fill the log. It needs no timer: rejections in between are counted, and the count is logged with the next
 * rejection.
 */
final class RejectionLog {
    private static final System.Logger LOG = System.getLogger(RejectionLog.class.getName());
    private static final long PAUSE_MILLIS = 60_000;

    private final InstantSource clock;
    private final Map<RejectionReason, AtomicLong> counts = new EnumMap<>(RejectionReason.class);
    private final Map<RejectionReason, AtomicLong> lastLogged = new EnumMap<>(RejectionReason.class);

    RejectionLog(InstantSource clock) {
        this.clock = clock;
        for (RejectionReason reason : RejectionReason.values()) {
            counts.put(reason, new AtomicLong());
            lastLogged.put(reason, new AtomicLong(Long.MIN_VALUE));
        }
    }

    /** Returns whether this rejection was logged. The line names the account of the last one only. */
    boolean rejected(CallbackRejectedException rejection, RejectionHint hint) {
        RejectionReason reason = rejection.reason();
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
                "rejected {0} callback(s), not authentic: {1}{2}",
                Long.toString(count.getAndSet(0)),
                rejection.description() + (hint.account().isEmpty() ? "" : ", account <" + hint.account() + ">"),
                hint.of(reason));
        return true;
    }
}
