package net.aurpay.it.benchmark.clock;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.StringJoiner;

/** Measures the time and the heap of an application, inside the server. */
public final class Clocked {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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

    /**
     * Makes one call. Returns its duration in nanoseconds, and in bytes: what its thread has allocated, the peak of the heap
     * with all garbage, and the heap after a garbage collection.
     */
    public static String cost(Runnable call) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        call.run();
        long time = System.nanoTime() - start;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return time + " " + allocated + " " + peak + " " + heap();
    }

    /** Returns the bytes of the heap that are in use after a garbage collection. */
    public static String heap() {
        System.gc();
        return Long.toString(
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
}
