package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.aurpay.client.json.FalseMeansAbsent;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is listed, looked up, or sent along with a POST callback.
 *
 * <p>A list has the components up to {@code updateTime} without {@code bindId}, a look-up those up to {@code contractId}
 * without {@code bindId} and {@code txHashList}, a callback all. What the answer lacks is null. Times are UTC.
 *
 * @param orderId 20 digits, more than a {@code long} holds
 * @param orderType what it was made for
 * @param amount in {@code currency}, to the last digit: Aurpay tells payers apart by it
 * @param vsPrice price in {@code vsCurrency}
 * @param refund whether it can be refunded
 * @param obtained what is left after fees
 * @param fromAddr null, an address, or {@code 0} for a payment inside Aurpay
 * @param txHash on the chain
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record Order(
        @Nullable String userId,
        @Nullable String orderId,
        @Nullable OrderType orderType,
        @Nullable String platform,
        @Nullable OrderStatus status,
        @Nullable String chain,
        @Nullable String chainName,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal vsPrice,
        @Nullable String vsCurrency,
        @Nullable String remark,
        @Nullable Boolean refund,
        @Nullable String bindId,
        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @Nullable String txId,
        @Nullable TransactionType txType,
        @Nullable BigDecimal obtained,
        @Nullable BigDecimal fee,
        @FalseMeansAbsent @Nullable String fromAddr,
        @FalseMeansAbsent @Nullable String toAddr,
        @FalseMeansAbsent @Nullable String txHash,
        @Nullable List<String> txHashList,
        @Nullable String contractId,
        @Nullable String website,
        Map<String, JsonValue> unknownFields) {}
