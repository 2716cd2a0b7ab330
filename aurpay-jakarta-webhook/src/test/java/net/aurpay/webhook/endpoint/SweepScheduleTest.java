package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Schedules on the JDK's executor, which is of the same type as a server's. */
class SweepScheduleTest {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(4);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void runsAgainAndAgainButNeverTwiceAtOnce() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        SweepSchedule schedule = schedule(Duration.ofMillis(1), () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            pause(30);
            running.decrementAndGet();
            three.countDown();
        });

        schedule.begin();
        schedule.begin();

        assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
        schedule.end();
        assertThat(most).hasValue(1);
    }

    @Test
    void waitsNoLongerThanTheStartTakesForTheFirstRun() {
        schedule(Duration.ofDays(1), runs::incrementAndGet).begin();

        assertThat(executor.getQueue()).singleElement().satisfies(task -> assertThat(
                        ((Delayed) task).getDelay(TimeUnit.SECONDS))
                .isBetween(20L, 30L));
    }

    @Test
    void leavesNothingScheduledWhenTheApplicationEnds() {
        executor.setRemoveOnCancelPolicy(true);
        SweepSchedule schedule = schedule(Duration.ofDays(1), runs::incrementAndGet);
        schedule.begin();
        assertThat(executor.getQueue()).hasSize(1);

        schedule.end();
        schedule.end();
        schedule.begin();

        assertThat(executor.getQueue()).isEmpty();
    }

    @Test
    void saysWhatToDoWithoutAnExecutor() {
        try (LoggedLines log = LoggedLines.of(SweepSchedule.class)) {
            SweepSchedule schedule = new SweepSchedule(
                    () -> {
                        throw new NameNotFoundException("nothing is bound");
                    },
                    Duration.ofMinutes(5),
                    runs::incrementAndGet);

            schedule.begin();
            schedule.end();

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("aurpay.payments.sweep-every has no effect")
                    .contains("nothing is bound", "concurrent-3.0", "call Payments.sweep from a method with @Schedule");
        }
    }

    private SweepSchedule schedule(Duration every, Runnable task) {
        return new SweepSchedule(() -> executor, every, task);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
