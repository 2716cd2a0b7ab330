package net.aurpay.it.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides which callbacks are lost and which are late. A lost callback is not sent, and neither are its retries; the
 * {@link CallbackLog} shows it. Thread-safe.
 */
public final class CallbackLosses {
    private static final int ALL = 100;

    private final Map<OrderKey, Fate> ofOrders = new ConcurrentHashMap<>();
    private Share share = Share.NONE;
    private int[] places = {};
    private long started;

    /**
     * What happens to a callback.
     *
     * @param late delay of the first attempt, by the {@link SandboxClock}; zero if the callback is in time
     */
    public record Fate(boolean lost, Duration late) {
        public static final Fate IN_TIME = new Fate(false, Duration.ZERO);
        public static final Fate LOST = new Fate(true, Duration.ZERO);

        public static Fate late(Duration by) {
            return new Fate(false, by);
        }
    }

    /**
     * The share of callbacks that are lost or late. Of each hundred callbacks, exactly as many as the percentages
     * say; which ones depends on the seed alone.
     */
    public record Share(int lostPercent, int latePercent, Duration lateBy, long seed) {
        public static final Share NONE = new Share(0, 0, Duration.ZERO, 0);

        public Share {
            if (lostPercent < 0 || latePercent < 0 || lostPercent > ALL - latePercent) {
                throw new IllegalArgumentException("lost and late must be percentages whose sum is at most 100, were <"
                        + lostPercent + "> and <" + latePercent + ">");
            }
            if (lateBy.isNegative()) {
                throw new IllegalArgumentException("lateBy must not be negative, was <" + lateBy + ">");
            }
        }
    }

    /** Sets the share from the next callback on, and starts counting anew. */
    public synchronized void share(Share changed) {
        share = changed;
        started = 0;
    }

    public synchronized Share share() {
        return share;
    }

    /** Sets what happens to all further callbacks of one order, whatever the share says. They still count in the share. */
    public void of(OrderKey order, Fate fate) {
        ofOrders.put(order, fate);
    }

    /** From now on, all callbacks are in time. */
    public void clear() {
        ofOrders.clear();
        share(Share.NONE);
    }

    /** Decides about a callback. */
    Fate next(OrderKey order) {
        Fate byShare = next();
        return ofOrders.getOrDefault(order, byShare);
    }

    private synchronized Fate next() {
        int index = (int) (started % ALL);
        if (index == 0) {
            places = shuffled(new Random(share.seed() + started));
        }
        started++;
        int place = places[index];
        if (place < share.lostPercent()) {
            return Fate.LOST;
        }
        return place < share.lostPercent() + share.latePercent() ? Fate.late(share.lateBy()) : Fate.IN_TIME;
    }

    private static int[] shuffled(Random random) {
        int[] numbers = new int[ALL];
        for (int i = 0; i < ALL; i++) {
            int other = random.nextInt(i + 1);
            numbers[i] = numbers[other];
            numbers[other] = i;
        }
        return numbers;
    }
}
