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
 * An order as Aurpay lists it, looks it up, or sends it with a POST callback.
 *
 * <p>In a list, an order has the components up to {@code updateTime}, except {@code bindId}. After a look-up, an order
 * has the components up to {@code contractId}, except {@code bindId} and {@code transactionHashes}. In a callback, an
 * order has all components. A component is null if the response lacks the field. Times are in UTC.
 *
 * @param orderId 20 digits, too many for a {@code long}
 * @param orderType what the order was made for
 * @param amount in {@code currency}, exact to the last digit: the amount is how Aurpay tells payers apart
 * @param price in {@code priceCurrency}
 * @param refundable whether the order can be refunded
 * @param obtained what is left after fees
 * @param fromAddress null, an address, or {@code 0} for a payment inside Aurpay
 * @param transactionHash the hash of the transaction on the chain
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
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
