package net.aurpay.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** What the server under test has written into its log since this was made. */
final class ServerLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final int start;

    ServerLog() {
        file = Path.of(
                System.getProperty("liberty.home"),
                "usr/servers",
                System.getProperty("liberty.server"),
                "logs/messages.log");
        start = bytes().length;
    }

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

    private String now() {
        byte[] all = bytes();
        return new String(Arrays.copyOfRange(all, Math.min(start, all.length), all.length), StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
