package net.aurpay.webhook.inbox;

import java.time.Instant;
import java.util.Locale;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;

/**
 * One event as the inbox knows it. Events of two accounts have nothing in common, even if their URLs name the same payment or
 * their orders have the same id: anyone who has an account chooses both.
 *
 * @param account whose event it is; empty for the unnamed account
 * @param key SHA-256, in hex, of what identifies the event
 * @param paymentId as the URL names the payment
 * @param orderId the confirmed order, as {@link #stored} returns it; null without confirmation
 * @param reference the merchant's own name of the payment, decoded; may be empty
 * @param date the signed date of the callback; for a row of the table, the time when the row was written
 * @param received when the callback arrived
 */
public record InboxEntry(
        String account,
        String key,
        EventKind kind,
        @Nullable String paymentId,
        @Nullable String orderId,
        String reference,
        Instant date,
        Instant received) {
    /**
     * Returns the entry of an event. If the URL has a payment id, each kind has one event. Otherwise one URL may serve
     * many orders: if the order is confirmed, URL and order identify the event; if not, URL and date do, so a retry
     * with a new date is fired again.
     *
     * @param account empty for the unnamed account
     * @param callback the URL of a callback, with the time at which it was sent or the order was looked up
     */
    public static InboxEntry of(
            String account, EventKind kind, VerifiedCallback callback, @Nullable String orderId, Instant received) {
        String paymentId = callback.paymentId().orElse(null);
        String order = orderId == null ? null : stored(account, orderId);
        String identity =
                kind.hasUrl() ? callback.url() : kind + "\n" + (paymentId == null ? callback.url() : paymentId);
        if (paymentId == null) {
            identity += "\n" + (order != null ? order : callback.date().toString());
        }
        return new InboxEntry(
                account,
                AccountKey.of(account, identity),
                kind,
                paymentId,
                order,
                callback.reference(),
                callback.date(),
                received);
    }

    /**
     * Returns an order id as an entry holds it: with a {@code ^} before each upper-case letter, because some databases do not
     * distinguish case; for a named account, SHA-256 of account and order.
     */
    static String stored(String account, String orderId) {
        return account.isEmpty()
                ? orderId.replaceAll("[A-Z]", "^$0").toLowerCase(Locale.ROOT)
                : AccountKey.of(account, orderId);
    }

    /** Returns what identifies the payment among those of all accounts; null if the URL does not name the payment. */
    @Nullable
    String paymentKey() {
        return paymentId == null || account.isEmpty() ? paymentId : AccountKey.of(account, paymentId);
    }

    boolean isOfPayment(InboxEntry other) {
        return paymentId != null && paymentId.equals(other.paymentId) && account.equals(other.account);
    }

    boolean isOfOrder(InboxEntry other) {
        return orderId != null && orderId.equals(other.orderId);
    }

    /** Returns the same callback, as delivered again with a later date. */
    InboxEntry withDate(Instant later) {
        return new InboxEntry(account, key, kind, paymentId, orderId, reference, later, received);
    }
}
