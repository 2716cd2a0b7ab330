package net.aurpay.it.benchmark.clock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.StringJoiner;

/** Measures the time and the heap of an application, inside the server. */
public final class Clocked {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Clocked() {}

    /** Makes calls one after the other. Returns one line per call: its duration and its processor time, in nanoseconds. */
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

    /** Returns the bytes of the heap that are in use after a garbage collection. */
    public static String heap() {
        System.gc();
        return Long.toString(
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
}
