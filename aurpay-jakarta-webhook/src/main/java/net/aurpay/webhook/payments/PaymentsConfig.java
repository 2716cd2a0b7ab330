package net.aurpay.webhook.payments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How open payments are looked up.
 *
 * @param table name of the table
 * @param looks the time since a payment was opened at which it is looked up, ascending
 * @param sweepEvery how often the server sweeps; empty if the application calls the sweep
 */
public record PaymentsConfig(String table, List<Duration> looks, Optional<Duration> sweepEvery) {
    public PaymentsConfig {
        looks = List.copyOf(looks);
    }
}
