package net.aurpay.webhook.inbox;

import java.util.Optional;
import java.util.Set;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.verification.CallbackKind;
import org.jspecify.annotations.Nullable;

/** What is reported about an order. Each payment has at most one event of each kind. */
public enum EventKind {
    SUCCEEDED(CallbackKind.SUCCEEDED.path()),
    TIMED_OUT(CallbackKind.TIMED_OUT.path()),
    UNDERPAID("/underpaid"),
    REFUNDED("/refunded");

    private static final Set<OrderStatus> GIVEN_UP =
            Set.of(OrderStatus.OVERDUE, OrderStatus.TERMINATED, OrderStatus.FAILED);

    private final String suffix;

    EventKind(String suffix) {
        this.suffix = suffix;
    }

    /** The kind that a callback reports. */
    public static EventKind of(CallbackKind kind) {
        return kind == CallbackKind.SUCCEEDED ? SUCCEEDED : TIMED_OUT;
    }

    /** The kind that a status reports; empty if the order is still pending, or has a status that is not known yet. */
    public static Optional<EventKind> of(@Nullable OrderStatus status) {
        if (status == null) {
            return Optional.empty();
        } else if (status.isPaid()) {
            return Optional.of(SUCCEEDED);
        } else if (status.equals(OrderStatus.PARTIAL)) {
            return Optional.of(UNDERPAID);
        } else if (status.equals(OrderStatus.REFUNDED)) {
            return Optional.of(REFUNDED);
        }
        return GIVEN_UP.contains(status) ? Optional.of(TIMED_OUT) : Optional.empty();
    }

    /** What follows an order id in the table, because one order may have an event of each kind. */
    String suffix() {
        return suffix;
    }

    /** Whether only a callback of this kind is signed, with a URL that no other kind has. */
    boolean hasUrl() {
        return this == SUCCEEDED || this == TIMED_OUT;
    }

    /**
     * Whether an event of this kind is not fired after the payment's success. Until such an event is committed, it keeps
     * the success waiting. A refund does not, because it follows a success.
     */
    boolean isSupersededBySuccess() {
        return this == TIMED_OUT || this == UNDERPAID;
    }
}
