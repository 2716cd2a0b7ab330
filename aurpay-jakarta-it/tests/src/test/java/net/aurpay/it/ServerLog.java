package net.aurpay.it;

import java.time.Duration;

/** What the server under test has written into its log since this was made. */
final class ServerLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int start = Server.log().length();

    /** All of it, once it holds a text, or after a while without. */
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
