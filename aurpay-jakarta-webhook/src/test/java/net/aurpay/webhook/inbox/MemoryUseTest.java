package net.aurpay.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the inbox in memory in a separate JVM. {@code -Daurpay.callbacks=1000000} sends more callbacks to an inbox of
 * the default size.
 */
class MemoryUseTest {
    @Test
    void memoryStaysFlatOnceTheInboxIsFull(@TempDir Path folder) throws IOException, InterruptedException {
        int count = Integer.getInteger("aurpay.callbacks", 100_000);
        int inboxSize = count / 10;
        // An inbox that forgot nothing would not fit into this heap.
        int megabytes = 24 + inboxSize / 1000;
        Path output = folder.resolve("used");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryRun.class.getName(),
                        Integer.toString(count),
                        Integer.toString(inboxSize),
                        Long.toString(Long.getLong("aurpay.seed", 20261123L)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // with this variable, the JVM would print another line
        command.environment().remove("JDK_JAVA_OPTIONS");
        Process run = command.start();
        try {
            assertThat(run.waitFor(30, TimeUnit.MINUTES)).isTrue();
        } finally {
            run.destroyForcibly();
        }

        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(run.exitValue()).as(String.join("\n", lines)).isZero();
        // The inbox is full after little more than a tenth of the callbacks. The JVM's own use varies by about a
        // megabyte.
        List<Long> used = lines.stream().map(Long::valueOf).toList().subList(4, 10);
        assertThat(used).allSatisfy(bytes -> assertThat(bytes - used.get(0)).isLessThan(3_000_000));
        System.out.printf(
                "memory: %d callbacks, inbox of %d, heap of %d MiB, in use %s KiB%n",
                count,
                inboxSize,
                megabytes,
                used.stream().map(bytes -> bytes / 1024).toList());
    }
}
