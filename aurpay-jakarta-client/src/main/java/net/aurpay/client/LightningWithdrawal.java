package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal from the Lightning wallet. Every component is null if the answer lacks it.
 *
 * @param balance what is left in the wallet, in BTC
 * @param updateTime UTC; cut to the hour by Aurpay
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record LightningWithdrawal(
        @Nullable String userId,
        @JsonName("tx_id") @Nullable String transactionId,
        @Nullable TransactionType type,
        @Nullable TransactionStatus status,
        @Nullable String chain,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal fee,
        @Nullable BigDecimal balance,
        @Nullable Instant updateTime,
        Map<String, JsonValue> unknownFields) {}
