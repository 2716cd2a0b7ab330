package net.aurpay.it.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of the sandbox. Immutable: for each change, the {@link Ledger} replaces the order.
 *
 * @param paid what the customer has paid so far; null if nothing
 * @param awaited what the merchant has asked for and is still to come
 */
public record SandboxOrder(
        String userId,
        String orderId,
        String orderType,
        String platform,
        String status,
        Coin coin,
        BigDecimal amount,
        BigDecimal vsPrice,
        String vsCurrency,
        Instant createTime,
        Instant updateTime,
        String txId,
        String address,
        @Nullable BigDecimal paid,
        @Nullable String payer,
        OrderUrls urls,
        Awaited awaited) {
    /** What a merchant asks for in the dashboard; the API shows neither. */
    public enum Awaited {
        NOTHING,
        /** The rest of an underpaid order. */
        REMAINDER,
        /** A refund that was accepted but not yet made. */
        REFUND
    }

    public OrderKey key() {
        return new OrderKey(userId, orderId);
    }

    SandboxOrder with(String status, Instant now) {
        return paidBy(status, now, paid, payer);
    }

    SandboxOrder awaiting(Awaited changed, Instant now) {
        return with(status, now, paid, payer, changed);
    }

    /** Changes the status, and what was paid; nothing is awaited any longer. */
    SandboxOrder paidBy(String status, Instant now, @Nullable BigDecimal paid, @Nullable String payer) {
        return with(status, now, paid, payer, Awaited.NOTHING);
    }

    private SandboxOrder with(
            String status, Instant now, @Nullable BigDecimal paid, @Nullable String payer, Awaited awaited) {
        return new SandboxOrder(
                userId,
                orderId,
                orderType,
                platform,
                status,
                coin,
                amount,
                vsPrice,
                vsCurrency,
                createTime,
                now,
                txId,
                address,
                paid,
                payer,
                urls,
                awaited);
    }

    /** What the customer's wallet needs: a Lightning invoice or an address; empty if the order has neither. */
    String payTo() {
        return coin.equals(Coin.LIGHTNING) ? Shapes.invoice(this) : address;
    }

    /** What is left to pay; not above zero if nothing is. */
    BigDecimal remaining() {
        return paid == null ? amount : amount.subtract(paid);
    }

    boolean isRefundable() {
        return awaited != Awaited.REFUND && (status.equals("SUCCESS") || status.equals("RESOLVED"));
    }
}
