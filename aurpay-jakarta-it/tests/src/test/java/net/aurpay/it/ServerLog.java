package net.aurpay.it;

import java.time.Duration;

/** Reads what the server under test has logged since this object was created. */
final class ServerLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int start = Server.log().length();

    /** Waits until the log holds a text, or for a limited time, and returns the log. */
    String once(String text) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String log = now();
        while (!log.contains(text) && System.nanoTime() < end) {
            Thread.sleep(50);
            log = now();
        }
        return log;
    }

    String now() {
        return Server.log().substring(start);
    }
}
