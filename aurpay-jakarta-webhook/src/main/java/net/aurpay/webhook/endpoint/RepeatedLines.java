package net.aurpay.webhook.endpoint;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logs a line at most once an hour for each cause, however often a callback is sent; otherwise anyone who has captured a
 * callback could fill the log with it. Remembers {@value #MAX} causes; while all of them are younger than an
 * hour, the other causes share one line. It needs no timer: events in between are counted, and the count is logged with
 * the next line. Thread-safe.
 */
final class RepeatedLines {
    static final int MAX = 1000;

    private static final long PAUSE_MILLIS = 3_600_000;
    private static final String OTHERS = "";

    private static final class Line {
        private final long loggedAt;
        private long suppressed;

        Line(long loggedAt) {
            this.loggedAt = loggedAt;
        }

        boolean isDue(long now) {
            return now - loggedAt >= PAUSE_MILLIS || now < loggedAt;
        }
    }

    private final System.Logger log;
    private final InstantSource clock;
    /** Lines by cause, the oldest first. */
    private final Map<String, Line> lines = new LinkedHashMap<>();

    RepeatedLines(System.Logger log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Logs the text, unless a line with this cause was logged within the last hour.
     *
     * @param cause not empty
     */
    void log(System.Logger.Level level, String cause, String text, @Nullable Throwable failure) {
        long suppressed = suppressed(cause);
        if (suppressed >= 0) {
            String more = suppressed == 0 ? "" : " (and " + suppressed + " that were not logged)";
            log.log(level, text + more, failure);
        }
    }

    /** Returns how many lines were suppressed since the last line; -1 if this line must be suppressed, too. */
    private synchronized long suppressed(String cause) {
        long now = clock.millis();
        if (!lines.containsKey(cause) && lines.size() >= MAX) {
            forgetOld(now);
        }
        String name = lines.containsKey(cause) || lines.size() < MAX ? cause : OTHERS;
        Line last = lines.get(name);
        if (last != null && !last.isDue(now)) {
            last.suppressed++;
            return -1;
        }
        lines.remove(name);
        lines.put(name, new Line(now));
        return last == null ? 0 : last.suppressed;
    }

    private void forgetOld(long now) {
        Iterator<Line> oldest = lines.values().iterator();
        while (oldest.hasNext() && oldest.next().isDue(now)) {
            oldest.remove();
        }
    }
}
