package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.naming.NameNotFoundException;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Schedules on the JDK's executor, which is of the same type as a server's. */
class ProbeAtStartTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger probes = new AtomicInteger();

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void probesOnceAndLogsThatAllIsWell() throws Exception {
        try (LoggedLines log = LoggedLines.of(ProbeAtStart.class)) {
            ProbeAtStart start = start(Duration.ZERO, () -> report(ProbeOutcome.OK));
            start.begin();
            start.begin();
            finish();

            assertThat(probes).hasValue(1);
            assertThat(log.lines()).containsExactly("probe of the public URL: OK, the sentence");
            assertThat(log.levels()).containsExactly("INFO");
        }
    }

    @Test
    void warnsIfTheProbeDidNotArrive() throws Exception {
        try (LoggedLines log = LoggedLines.of(ProbeAtStart.class)) {
            start(Duration.ZERO, () -> report(ProbeOutcome.NOT_FOUND)).begin();
            finish();

            assertThat(log.lines()).containsExactly("probe of the public URL: NOT_FOUND, the sentence");
            assertThat(log.levels()).containsExactly("WARNING");
        }
    }

    @Test
    void warnsIfTheProbeFails() throws Exception {
        try (LoggedLines log = LoggedLines.of(ProbeAtStart.class)) {
            start(Duration.ZERO, () -> {
                        throw new IllegalStateException("no secret");
                    })
                    .begin();
            finish();

            assertThat(log.lines())
                    .containsExactly("the probe of the public URL has failed: IllegalStateException: no secret");
            assertThat(log.levels()).containsExactly("WARNING");
        }
    }

    /** The start of the application must not wait for its own response. */
    @Test
    void doesNotProbeInTheThreadThatStartsTheApplication() {
        start(LONG, () -> report(ProbeOutcome.OK)).begin();

        assertThat(probes).hasValue(0);
        assertThat(executor.getQueue()).singleElement().satisfies(task -> assertThat(
                        ((Delayed) task).getDelay(TimeUnit.MINUTES))
                .isBetween(58L, 60L));
    }

    @Test
    void applicationThatEndsIsNotProbed() {
        executor.setRemoveOnCancelPolicy(true);
        ProbeAtStart start = start(LONG, () -> report(ProbeOutcome.OK));
        start.begin();

        start.end();
        start.begin();

        assertThat(executor.getQueue()).isEmpty();
        assertThat(probes).hasValue(0);
    }

    @Test
    void saysWhatToDoWithoutAnExecutor() {
        try (LoggedLines log = LoggedLines.of(ProbeAtStart.class)) {
            ProbeAtStart start = new ProbeAtStart(
                    () -> {
                        throw new NameNotFoundException("nothing is bound");
                    },
                    Duration.ZERO,
                    () -> report(ProbeOutcome.OK));
            start.begin();
            start.end();

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("aurpay.webhook.probe has no effect")
                    .contains("nothing is bound", "concurrent-3.0", "call WebhookProbe.probe");
        }
    }

    private ProbeAtStart start(Duration wait, Supplier<ProbeReport> probe) {
        return new ProbeAtStart(() -> executor, wait, () -> {
            probes.incrementAndGet();
            return probe.get();
        });
    }

    private static ProbeReport report(ProbeOutcome outcome) {
        return new ProbeReport(outcome, "the sentence", "https://shop.example.com/probe", Optional.empty());
    }

    private void finish() throws InterruptedException {
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
}
