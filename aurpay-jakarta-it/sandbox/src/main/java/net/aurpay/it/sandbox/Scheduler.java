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
        Runnable reporting = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // nobody waits for the result, so nobody else would report the exception
                System.err.println("sandbox: " + e);
            }
        };
        var unused = timer.schedule(reporting, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
