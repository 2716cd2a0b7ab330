package net.aurpay.webhook.inbox;

import java.util.Collection;

/** The status of a callback, compared with those that the inbox remembers. */
public enum InboxStatus {
    /** Never seen, or rolled back: fire its event. */
    NEW,
    /** Being processed at this moment. Whether it will be committed is not known yet. */
    IN_PROGRESS,
    /** Processed and committed before. */
    PROCESSED,
    /** A time-out or an underpayment of a payment whose success is committed: the order was paid in the end. */
    SUPERSEDED,
    /**
     * Its order has already confirmed another payment. Otherwise anyone who has seen one callback could let one order
     * pay for several purchases.
     */
    ORDER_ALREADY_USED;

    /**
     * Returns the status of a callback that is not in progress.
     *
     * @param committed contains at least the entries with the same key, payment or order
     */
    static InboxStatus of(InboxEntry entry, Collection<InboxEntry> committed) {
        if (committed.isEmpty()) {
            return NEW;
        }
        if (committed.stream().anyMatch(other -> other.key().equals(entry.key()))) {
            return PROCESSED;
        }
        if (committed.stream().anyMatch(other -> other.kind() == EventKind.SUCCEEDED && other.isOfPayment(entry))) {
            // This also covers the same success at another of the configured URLs.
            if (entry.kind() == EventKind.SUCCEEDED) {
                return PROCESSED;
            }
            if (entry.kind().isSupersededBySuccess()) {
                return SUPERSEDED;
            }
        }
        return committed.stream().anyMatch(other -> other.isOfOrder(entry) && isOtherPayment(entry, other))
                ? ORDER_ALREADY_USED
                : NEW;
    }

    /** One order may have an event of each kind, under the same payment id. */
    private static boolean isOtherPayment(InboxEntry entry, InboxEntry other) {
        boolean bothNamed = entry.paymentId() != null && other.paymentId() != null;
        return entry.kind() == other.kind() || (bothNamed && !entry.isOfPayment(other));
    }
}
