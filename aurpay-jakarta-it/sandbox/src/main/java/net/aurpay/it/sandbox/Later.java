package net.aurpay.it.sandbox;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Does things after a while. */
final class Later implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    Later(ThreadFactory threads) {
        timer = new ScheduledThreadPoolExecutor(16, threads);
        timer.setRemoveOnCancelPolicy(true);
    }

    void after(Duration pause, Runnable work) {
        Runnable loud = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // nobody waits for the result, so nobody else would say it
                System.err.println("sandbox: " + e);
            }
        };
        var unused = timer.schedule(loud, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
