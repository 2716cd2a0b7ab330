package net.aurpay.it.benchmark.clock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.StringJoiner;

/** Calls one after the other, on the clock. */
public final class Clocked {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Clocked() {}

    /** The time of each call and the processor time that its thread had, in nanoseconds, a line each. */
    public static String times(int count, Runnable call) {
        StringJoiner times = new StringJoiner("\n");
        for (int i = 0; i < count; i++) {
            long processor = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            call.run();
            long time = System.nanoTime() - start;
            times.add(time + " " + (THREADS.getCurrentThreadCpuTime() - processor));
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
