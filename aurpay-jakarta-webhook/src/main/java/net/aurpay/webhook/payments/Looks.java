package net.aurpay.webhook.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When an order is looked up.
 *
 * @param after the time since the payment was opened, ascending
 */
record Looks(List<Duration> after) {
    Looks {
        after = List.copyOf(after);
    }

    /** The first look after {@code now}; {@link OpenPayment#NEVER} after the last look. */
    Instant next(Instant opened, Instant now) {
        return after.stream()
                .map(opened::plus)
                .filter(now::isBefore)
                .findFirst()
                .orElse(OpenPayment.NEVER);
    }
}
