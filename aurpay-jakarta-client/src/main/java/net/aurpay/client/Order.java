package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.aurpay.client.json.FalseMeansAbsent;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is listed, looked up, or sent along with a POST callback.
 *
 * <p>A list has the components up to {@code updateTime} without {@code bindId}, a look-up those up to {@code contractId}
 * without {@code bindId} and {@code transactionHashes}, a callback all. What the answer lacks is null. Times are UTC.
 *
 * @param orderId 20 digits, more than a {@code long} holds
 * @param orderType what it was made for
 * @param amount in {@code currency}, to the last digit: Aurpay tells payers apart by it
 * @param price price in {@code priceCurrency}
 * @param refundable whether it can be refunded
 * @param obtained what is left after fees
 * @param fromAddress null, an address, or {@code 0} for a payment inside Aurpay
 * @param transactionHash on the chain
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
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @JsonName("vs_price") @Nullable BigDecimal price,
        @JsonName("vs_currency") @Nullable String priceCurrency,
        @Nullable String remark,
        @JsonName("refund") @Nullable Boolean refundable,
        @Nullable String bindId,
        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @JsonName("tx_id") @Nullable String transactionId,
        @JsonName("tx_type") @Nullable TransactionType transactionType,
        @Nullable BigDecimal obtained,
        @Nullable BigDecimal fee,
        @JsonName("from_addr") @FalseMeansAbsent @Nullable String fromAddress,
        @JsonName("to_addr") @FalseMeansAbsent @Nullable String toAddress,
        @JsonName("tx_hash") @FalseMeansAbsent @Nullable String transactionHash,
        @JsonName("tx_hash_list") @Nullable List<String> transactionHashes,
        @Nullable String contractId,
        @Nullable String website,
        Map<String, JsonValue> unknownFields) {}
