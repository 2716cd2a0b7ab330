package net.aurpay.it.paymentpage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A row of the table. {@code due} is empty until the customer has chosen a currency. */
record Sale(String reference, String item, BigDecimal price, State stored, Optional<Due> due) {
    /** TIME_OVER is never stored: the time to pay is over, and Aurpay has not said yet whether the payment arrived. */
    enum State {
        NEW,
        OPEN,
        TIME_OVER,
        UNDERPAID,
        EXPIRED,
        PAID
    }

    /** What has arrived of an underpaid amount, and what has not. */
    record Shortfall(String received, String missing) {}

    /**
     * What the customer has to pay; the contract address is empty for a coin, and the shortfall if nothing is missing or
     * nobody knows how much.
     */
    record Due(
            String chain,
            String currency,
            String amount,
            String address,
            Optional<String> contractAddress,
            Instant payUntil,
            Optional<Shortfall> shortfall) {}

    State state(Instant now) {
        return stored == State.OPEN && !now.isBefore(due.orElseThrow().payUntil()) ? State.TIME_OVER : stored;
    }

    boolean isPayable() {
        return stored == State.NEW || stored == State.EXPIRED;
    }

    /** Such as "29 minutes"; empty if no payment is open. */
    String timeLeft(Instant now) {
        if (state(now) != State.OPEN) {
            return "";
        }
        long minutes = Duration.between(now, due.orElseThrow().payUntil()).toMinutes();
        return minutes == 0 ? "less than a minute" : minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
