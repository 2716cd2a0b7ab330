package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Schedules on the JDK's executor, which is of the same type as a server's. */
class SweepScheduleTest {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(4);
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void runsAgainAndAgainButNeverTwiceAtOnce() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        Runnable task = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            pause(30);
            running.decrementAndGet();
            three.countDown();
        };
        SweepSchedule schedule = new SweepSchedule(() -> executor, Duration.ofMillis(1), task, System::nanoTime);

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

    /** A server that keeps a cancelled task until its time has come must not keep it for a day. */
    @Test
    void serverCallsEveryMinuteButTheTaskRunsWhenItIsDue() {
        Calls server = new Calls();
        new SweepSchedule(() -> server, Duration.ofHours(1), runs::incrementAndGet, nanos::get).begin();

        assertThat(server.delay).isEqualTo(Duration.ofMinutes(1));
        server.call(Duration.ofSeconds(29));
        assertThat(runs).hasValue(0);
        server.call(Duration.ofSeconds(1));
        assertThat(runs).hasValue(1);
        server.call(Duration.ofMinutes(59));
        assertThat(runs).hasValue(1);
        server.call(Duration.ofMinutes(1));
        assertThat(runs).hasValue(2);
    }

    @Test
    void callAfterTheEndDoesNothing() {
        Calls server = new Calls();
        SweepSchedule schedule =
                new SweepSchedule(() -> server, Duration.ofSeconds(1), runs::incrementAndGet, nanos::get);
        schedule.begin();
        schedule.end();

        server.call(Duration.ofMinutes(1));

        assertThat(runs).hasValue(0);
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
                    runs::incrementAndGet,
                    System::nanoTime);

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
        return new SweepSchedule(() -> executor, every, task, nanos::get);
    }

    /** An executor that calls when the test says so. */
    private final class Calls extends ScheduledThreadPoolExecutor {
        private Runnable task = () -> {};
        private Duration delay = Duration.ZERO;

        Calls() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable called, long first, long pause, TimeUnit unit) {
            task = called;
            delay = Duration.of(pause, unit.toChronoUnit());
            return executor.schedule(() -> {}, 1, TimeUnit.DAYS);
        }

        void call(Duration later) {
            nanos.addAndGet(later.toNanos());
            task.run();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
