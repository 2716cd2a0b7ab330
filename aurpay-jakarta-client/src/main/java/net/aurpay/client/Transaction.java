package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import net.aurpay.client.json.FalseMeansAbsent;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money. Every component is null if the answer lacks it. Times are UTC.
 *
 * @param obtained what is left after fees
 * @param fromAddr null, an address, or {@code 0} for a payment inside Aurpay
 * @param txHash on the chain; null inside Aurpay
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record Transaction(
        @Nullable String userId,
        @Nullable String txId,
        @Nullable TransactionType txType,
        @Nullable TransactionStatus status,
        @Nullable String chain,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal obtained,
        @Nullable BigDecimal fee,
        @FalseMeansAbsent @Nullable String fromAddr,
        @FalseMeansAbsent @Nullable String toAddr,
        @FalseMeansAbsent @Nullable String txHash,
        @Nullable Instant eventTime,
        Map<String, JsonValue> unknownFields) {}
