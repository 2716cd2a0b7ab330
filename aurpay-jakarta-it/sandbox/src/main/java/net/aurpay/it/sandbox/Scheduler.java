package net.aurpay.it.sandbox;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Runs tasks after a delay. */
final class Scheduler implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    Scheduler(ThreadFactory threads) {
        timer = new ScheduledThreadPoolExecutor(16, threads);
        timer.setRemoveOnCancelPolicy(true);
    }

    void after(Duration pause, Runnable work) {
        var unused = timer.schedule(reporting(work), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reports an exception of the task: nobody waits for the result, so nobody else would report the exception. */
    static Runnable reporting(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                System.err.println("sandbox: " + e);
            }
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
