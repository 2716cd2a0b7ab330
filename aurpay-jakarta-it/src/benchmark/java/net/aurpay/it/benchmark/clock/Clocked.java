package net.aurpay.it.benchmark.clock;

import java.util.StringJoiner;

/** Calls one after the other, on the clock. */
public final class Clocked {
    private Clocked() {}

    /** The time of each call in nanoseconds, a line each. */
    public static String times(int count, Runnable call) {
        StringJoiner times = new StringJoiner("\n");
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            call.run();
            times.add(Long.toString(System.nanoTime() - start));
        }
        return times.toString();
    }

    /** Bytes of the heap that are in use after a collection. */
    public static String heap() {
        System.gc();
        return Long.toString(
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
}
