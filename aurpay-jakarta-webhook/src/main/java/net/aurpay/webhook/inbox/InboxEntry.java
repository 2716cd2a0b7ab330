package net.aurpay.webhook.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;

/**
 * One event as the inbox knows it.
 *
 * @param key SHA-256, in hex, of what identifies the event
 * @param orderId the confirmed order, with a {@code ^} before each upper-case letter because some databases do not
 *     distinguish case; null without confirmation
 * @param reference the merchant's own name of the payment, decoded; may be empty
 * @param date the signed date of the callback; for a row of the table, the time when the row was written
 * @param received when the callback arrived
 */
public record InboxEntry(
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
     * @param callback the URL of a callback, with the time at which it was sent or the order was looked up
     */
    public static InboxEntry of(EventKind kind, VerifiedCallback callback, @Nullable String orderId, Instant received) {
        String paymentId = callback.paymentId().orElse(null);
        String order = orderId == null ? null : stored(orderId);
        String identity =
                kind.hasUrl() ? callback.url() : kind + "\n" + (paymentId == null ? callback.url() : paymentId);
        if (paymentId == null) {
            identity += "\n" + (order != null ? order : callback.date().toString());
        }
        return new InboxEntry(
                sha256(identity), kind, paymentId, order, callback.reference(), callback.date(), received);
    }

    /** Returns an order id as an entry holds it. */
    static String stored(String orderId) {
        return orderId.replaceAll("[A-Z]", "^$0").toLowerCase(Locale.ROOT);
    }

    boolean isOfPayment(InboxEntry other) {
        return paymentId != null && paymentId.equals(other.paymentId);
    }

    boolean isOfOrder(InboxEntry other) {
        return orderId != null && orderId.equals(other.orderId);
    }

    /** Returns the same callback, as delivered again with a later date. */
    InboxEntry withDate(Instant later) {
        return new InboxEntry(key, kind, paymentId, orderId, reference, later, received);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
