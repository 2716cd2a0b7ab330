package net.aurpay.it.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order of the sandbox. Immutable: for each change, the {@link Ledger} replaces the order. */
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
        OrderUrls urls) {
    SandboxOrder with(String status, Instant now) {
        return paidBy(status, now, paid, payer);
    }

    SandboxOrder paidBy(String status, Instant now, @Nullable BigDecimal paid, @Nullable String payer) {
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
                urls);
    }

    boolean isRefundable() {
        return status.equals("SUCCESS") || status.equals("RESOLVED");
    }
}
