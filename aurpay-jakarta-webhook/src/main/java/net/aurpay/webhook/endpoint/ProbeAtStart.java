package net.aurpay.webhook.endpoint;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.naming.NamingException;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.inbox.WebhookKeys;
import org.jspecify.annotations.Nullable;

/** Lets the server probe once, when the application has had time to start, and logs the result. Thread-safe. */
final class ProbeAtStart {
    private static final System.Logger LOG = System.getLogger(ProbeAtStart.class.getName());

    private final SweepSchedule.LookUp lookUp;
    private final Duration wait;
    private final Supplier<ProbeReport> probe;
    private @Nullable Future<?> scheduled;
    private boolean ended;

    /**
     * Creates it.
     *
     * @param wait until the application has started
     */
    ProbeAtStart(SweepSchedule.LookUp lookUp, Duration wait, Supplier<ProbeReport> probe) {
        this.lookUp = lookUp;
        this.wait = wait;
        this.probe = probe;
    }

    static ProbeAtStart onServer(ProbeParts parts) {
        return new ProbeAtStart(SweepSchedule.ON_SERVER, SweepSchedule.LONGEST_START, parts::probeAny);
    }

    /** Begins to wait, once. Without an executor, logs what to do instead. */
    synchronized void begin() {
        if (scheduled != null || ended) {
            return;
        }
        try {
            scheduled = lookUp.executor().schedule(this::run, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (NamingException | RuntimeException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    WebhookKeys.PROBE + " has no effect, because the server does not provide <" + SweepSchedule.EXECUTOR
                            + "> (" + RootCause.of(e) + "): on Open Liberty, add the feature concurrent-3.0; elsewhere,"
                            + " call WebhookProbe.probe, and remove the key");
        }
    }

    private void run() {
        try {
            ProbeReport report = probe.get();
            LOG.log(
                    report.isOk() ? Level.INFO : Level.WARNING,
                    "probe of the public URL: " + report.outcome() + ", " + report.sentence());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the probe of the public URL has failed: " + RootCause.of(e), e);
        }
    }

    /** Ends the wait. */
    synchronized void end() {
        ended = true;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }
}
