package net.aurpay.webhook.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;

/**
 * One callback as the inbox knows it.
 *
 * @param key SHA-256, in hex, of what identifies the callback
 * @param orderId the confirmed order, with a {@code ^} before each upper-case letter because some databases do not
 *     distinguish case; null without confirmation
 * @param reference the merchant's own name of the payment, decoded; may be empty
 * @param date the signed date of the callback; for a row of the table, the time when the row was written
 * @param received when the callback arrived
 */
public record InboxEntry(
        String key,
        CallbackKind kind,
        @Nullable String paymentId,
        @Nullable String orderId,
        String reference,
        Instant date,
        Instant received) {
    /**
     * Returns the entry of a callback. If the URL has a payment id, the URL alone identifies the callback. Otherwise
     * one URL may serve many orders. If the order is confirmed, URL and order identify the callback. If not, URL and
     * date identify the callback, so a retry with a new date is fired again.
     */
    public static InboxEntry of(
            CallbackKind kind, VerifiedCallback callback, @Nullable String orderId, Instant received) {
        String paymentId = callback.paymentId().orElse(null);
        String order =
                orderId == null ? null : orderId.replaceAll("[A-Z]", "^$0").toLowerCase(Locale.ROOT);
        String identity = callback.url();
        if (paymentId == null) {
            identity += "\n" + (order != null ? order : callback.date().toString());
        }
        return new InboxEntry(
                sha256(identity), kind, paymentId, order, callback.reference(), callback.date(), received);
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
