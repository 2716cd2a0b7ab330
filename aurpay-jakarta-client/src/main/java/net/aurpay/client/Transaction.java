package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import net.aurpay.client.json.FalseMeansAbsent;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money. A component is null if the response lacks the field. Times are in UTC.
 *
 * @param obtained what is left after fees
 * @param fromAddress null, an address, or {@code 0} for a payment inside Aurpay
 * @param transactionHash the hash of the transaction on the chain; null for a payment inside Aurpay
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record Transaction(
        @Nullable String userId,
        @JsonName("tx_id") @Nullable String transactionId,
        @JsonName("tx_type") @Nullable TransactionType transactionType,
        @Nullable TransactionStatus status,
        @Nullable String chain,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal obtained,
        @Nullable BigDecimal fee,
        @JsonName("from_addr") @FalseMeansAbsent @Nullable String fromAddress,
        @JsonName("to_addr") @FalseMeansAbsent @Nullable String toAddress,
        @JsonName("tx_hash") @FalseMeansAbsent @Nullable String transactionHash,
        @Nullable Instant eventTime,
        Map<String, JsonValue> unknownFields) {}
