package net.aurpay.webhook.inbox;

import java.util.Collection;
import net.aurpay.webhook.verification.CallbackKind;

/** How a callback stands to those that the inbox remembers. */
public enum InboxStatus {
    /** Never seen, or rolled back: fire it. */
    NEW,
    /** Being processed at this moment; whether it will be committed is open. */
    IN_PROGRESS,
    /** Committed before. */
    PROCESSED,
    /** A time-out of a payment whose success is committed: the order was paid in the end. */
    SUPERSEDED,
    /** Its order has confirmed another payment: whoever saw one callback could let one order pay for several. */
    ORDER_ALREADY_USED;

    /** @param committed at least those of the same key, payment or order */
    static InboxStatus of(InboxEntry entry, Collection<InboxEntry> committed) {
        if (committed.isEmpty()) {
            return NEW;
        }
        if (committed.stream().anyMatch(other -> other.key().equals(entry.key()))) {
            return PROCESSED;
        }
        if (committed.stream().anyMatch(other -> other.kind() == CallbackKind.SUCCEEDED && other.isOfPayment(entry))) {
            // or the same success under another of the URLs
            return entry.kind() == CallbackKind.TIMED_OUT ? SUPERSEDED : PROCESSED;
        }
        return committed.stream().anyMatch(other -> other.isOfOrder(entry) && isOtherPayment(entry, other))
                ? ORDER_ALREADY_USED
                : NEW;
    }

    /** A time-out and a success of one order may both come, under one payment id. */
    private static boolean isOtherPayment(InboxEntry entry, InboxEntry other) {
        boolean bothNamed = entry.paymentId() != null && other.paymentId() != null;
        return entry.kind() == other.kind() || (bothNamed && !entry.isOfPayment(other));
    }
}
