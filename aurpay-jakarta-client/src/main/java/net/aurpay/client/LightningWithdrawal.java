package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal from the Lightning wallet. A component is null if the response lacks the field.
 *
 * @param balance what is left in the wallet, in BTC
 * @param updateTime in UTC; Aurpay truncates the time to the hour
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
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
