package net.aurpay.webhook.endpoint;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.naming.NamingException;
import net.aurpay.webhook.inbox.WebhookKeys;
import org.jspecify.annotations.Nullable;

/**
 * Lets the server run a task again and again until the application ends. The jar has no thread of its own.
 *
 * <p>Uses the managed executor by its Java SE type, so that no class of Jakarta Concurrency is needed: a server may lack
 * it. Thread-safe.
 */
final class SweepSchedule {
    static final String EXECUTOR = "java:comp/DefaultManagedScheduledExecutorService";

    private static final System.Logger LOG = System.getLogger(SweepSchedule.class.getName());

    /** The application is still starting when the schedule begins. */
    static final Duration LONGEST_START = Duration.ofSeconds(30);

    /**
     * Some servers keep a cancelled task, and with it the classes of the application, until its time has come. Therefore the
     * server calls often, and most calls do nothing.
     */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Finds the server's executor. */
    interface LookUp {
        ScheduledExecutorService executor() throws NamingException;
    }

    static final LookUp ON_SERVER = () -> Jndi.lookUp(EXECUTOR, ScheduledExecutorService.class);

    private final LookUp lookUp;
    private final Duration every;
    private final Runnable task;
    private final LongSupplier nanoTime;
    private @Nullable Future<?> scheduled;
    private volatile long due;
    private volatile boolean ended;

    /**
     * Creates the schedule.
     *
     * @param every from the end of one run to the beginning of the next, so that two runs never overlap
     * @param nanoTime as of {@link System#nanoTime()}
     */
    SweepSchedule(LookUp lookUp, Duration every, Runnable task, LongSupplier nanoTime) {
        this.lookUp = lookUp;
        this.every = every;
        this.task = task;
        this.nanoTime = nanoTime;
    }

    static SweepSchedule onServer(Duration every, Runnable task) {
        return new SweepSchedule(ON_SERVER, every, task, System::nanoTime);
    }

    /** Begins, unless the schedule has begun. Without an executor, logs what to do instead. */
    synchronized void begin() {
        if (scheduled != null || ended) {
            return;
        }
        Duration first = shorter(every, LONGEST_START);
        due = nanoTime.getAsLong() + first.toNanos();
        try {
            scheduled = lookUp.executor()
                    .scheduleWithFixedDelay(
                            this::runIfDue,
                            first.toMillis(),
                            shorter(every, LONGEST_WAIT).toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (NamingException | RuntimeException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    WebhookKeys.PAYMENTS_SWEEP_EVERY + " has no effect, because the server does not provide <"
                            + EXECUTOR
                            + "> (" + RootCause.of(e) + "): on Open Liberty, add the feature concurrent-3.0; elsewhere,"
                            + " call Payments.sweep from a method with @Schedule, and remove the key");
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void runIfDue() {
        if (!ended && nanoTime.getAsLong() - due >= 0) {
            task.run();
            due = nanoTime.getAsLong() + every.toNanos();
        }
    }

    /** Ends the schedule. A run that has begun goes on to its end. */
    synchronized void end() {
        ended = true;
        if (scheduled != null) {
            scheduled.cancel(false);
            scheduled = null;
        }
    }
}
