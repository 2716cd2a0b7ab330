package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.control.RequestContextController;
import java.lang.System.Logger.Level;
import java.util.function.IntFunction;
import net.aurpay.webhook.SweepReport;

/** One sweep after another, none of which ends the schedule. Not to be run by two threads at once. */
final class SweepTask implements Runnable {
    private static final System.Logger LOG = System.getLogger(SweepTask.class.getName());

    /** Ten pages of orders; a payment that is left out is still due in the next sweep. */
    static final int AT_MOST = 1000;

    private final IntFunction<SweepReport> sweep;
    private final RequestContextController requestScope;

    /**
     * Creates the task.
     *
     * @param sweep looks up at most so many payments
     * @param requestScope for this task only: it remembers whether it has activated the scope
     */
    SweepTask(IntFunction<SweepReport> sweep, RequestContextController requestScope) {
        this.sweep = sweep;
        this.requestScope = requestScope;
    }

    /** Catches whatever is thrown, because an executor never again runs a task that has thrown something. */
    @Override
    public void run() {
        try {
            report(sweep());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the sweep of open payments has failed: " + RootCause.of(e), e);
        }
    }

    /** Observers of the events may use beans of the request scope, as they may during a callback. */
    private SweepReport sweep() {
        boolean activated = requestScope.activate();
        try {
            return sweep.apply(AT_MOST);
        } finally {
            if (activated) {
                requestScope.deactivate();
            }
        }
    }

    private static void report(SweepReport report) {
        if (report.paid() + report.underpaid() + report.expired() + report.refunded() + report.failed() > 0) {
            LOG.log(
                    Level.INFO,
                    "the sweep looked up " + report.looks() + " open payments: " + report.paid() + " paid, "
                            + report.underpaid() + " underpaid, " + report.expired() + " timed out, "
                            + report.refunded() + " refunded, " + report.failed() + " failed");
        }
    }
}
