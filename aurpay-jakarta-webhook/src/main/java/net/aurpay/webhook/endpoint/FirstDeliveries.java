package net.aurpay.webhook.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Tells which callbacks this server receives for the first time. Such a callback is almost always new, so its body is read
 * without a look into the database: the insert finds out whether another server was faster.
 *
 * <p>This is a guess that saves time, and decides nothing: a callback that was forgotten is taken for a first delivery, and
 * its insert finds the row. A delivery that is not the first is looked up before its body is read, so slow bodies of a
 * captured callback tie up one thread at most, and those of many captured callbacks a few. Thread-safe.
 */
final class FirstDeliveries {
    private static final int REMEMBERED = 10_000;
    private static final int AT_ONCE = 16;

    private final int remembered;
    private final Map<String, Boolean> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final Semaphore unchecked = new Semaphore(AT_ONCE);

    FirstDeliveries() {
        this(REMEMBERED);
    }

    /** @param remembered how many callbacks are remembered; of more, those are forgotten that came least recently */
    FirstDeliveries(int remembered) {
        this.remembered = remembered;
    }

    /**
     * Returns whether the body may be read without a look-up; then {@link #end} must be called after it was read.
     *
     * @param key identifies the callback among those of all accounts
     */
    boolean begin(String key) {
        return isFirst(key) && unchecked.tryAcquire();
    }

    void end() {
        unchecked.release();
    }

    private synchronized boolean isFirst(String key) {
        boolean first = recent.put(key, true) == null;
        if (recent.size() > remembered) {
            recent.remove(recent.keySet().iterator().next());
        }
        return first;
    }
}
