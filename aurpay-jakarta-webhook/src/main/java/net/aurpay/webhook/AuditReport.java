package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.Transaction;

/**
 * What an audit has found out.
 *
 * @param from when the audited orders were created at the earliest
 * @param to they were created before this time
 * @param paid how many of the orders Aurpay shows as paid
 * @param unexplained those of them for which no success was fired
 * @param unmatched the transactions of this time that Aurpay itself could not assign to an order
 * @param limitation why some of the unexplained orders may have been processed nevertheless, as a sentence; empty if the
 *     report is exact
 */
public record AuditReport(
        Instant from,
        Instant to,
        int paid,
        List<UnexplainedOrder> unexplained,
        List<Transaction> unmatched,
        Optional<String> limitation) {
    public AuditReport {
        unexplained = List.copyOf(unexplained);
        unmatched = List.copyOf(unmatched);
    }

    /** Whether each unexplained order was certainly not processed. */
    public boolean exact() {
        return limitation.isEmpty();
    }
}
