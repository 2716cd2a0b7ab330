package net.aurpay.webhook.probe;

import java.util.Optional;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.ProbeReport.Arrival;

/** The cause, and the sentence that names it. */
record Finding(ProbeOutcome outcome, String sentence) {
    ProbeReport report(String sent, Optional<Arrival> arrived) {
        return new ProbeReport(outcome, sentence, sent, arrived);
    }
}
