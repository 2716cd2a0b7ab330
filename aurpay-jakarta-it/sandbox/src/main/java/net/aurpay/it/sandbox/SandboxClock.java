package net.aurpay.it.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of the orders, which can be moved forward, and what becomes due by it. Signatures, access tokens and the
 * pauses between the attempts of a callback follow the real clock, because clients and shops use the real clock.
 */
public final class SandboxClock implements InstantSource {
    /** Order ids have four digits for the year. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Clock real;
    private final Scheduler scheduler;
    private final NavigableSet<Due> agenda =
            new ConcurrentSkipListSet<>(Comparator.comparing(Due::time).thenComparing(Due::number));
    private final AtomicLong numbers = new AtomicLong();
    private volatile Duration ahead = Duration.ZERO;

    private record Due(Instant time, long number, Runnable work) {}

    SandboxClock(Clock real, Scheduler scheduler) {
        this.real = real;
        this.scheduler = scheduler;
    }

    /** How far this clock is ahead of the real one. */
    public Duration ahead() {
        return ahead;
    }

    /**
     * Moves the clock forward. When this method returns, the orders that became overdue are OVERDUE, and the refunds that
     * became due are REFUNDED. Callbacks that became due are on their way.
     *
     * @throws IllegalArgumentException unless the duration is above zero and the clock stays before the year 9999
     */
    public void advance(Duration by) {
        synchronized (agenda) {
            if (by.isNegative() || by.isZero() || by.compareTo(Duration.between(instant(), END)) >= 0) {
                throw new IllegalArgumentException(
                        "the clock moves forward only, and not beyond the year 9998; was <" + by + ">");
            }
            ahead = ahead.plus(by);
        }
        Instant now = instant();
        for (Due due : agenda) {
            if (due.time().isAfter(now)) {
                return;
            }
            run(due);
        }
    }

    /** Runs the task once this clock shows that time. */
    void at(Instant time, Runnable work) {
        Due due = new Due(time, numbers.incrementAndGet(), work);
        agenda.add(due);
        await(due);
    }

    private void await(Due due) {
        Duration left = Duration.between(instant(), due.time());
        // the scheduler truncates to milliseconds
        scheduler.after(left.isNegative() ? Duration.ZERO : left.plusMillis(1), () -> {
            if (!due.time().isAfter(instant())) {
                run(due);
            } else if (agenda.contains(due)) {
                await(due);
            }
        });
    }

    private void run(Due due) {
        if (agenda.remove(due)) {
            Scheduler.reporting(due.work()).run();
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }
}
