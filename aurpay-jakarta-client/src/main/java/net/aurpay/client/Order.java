package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.aurpay.client.json.MoneyAdapter;
import net.aurpay.client.json.TextOrFalseAdapter;
import net.aurpay.client.json.TimeAdapter;
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
 */
public record Order(
        @JsonbProperty("user_id") @Nullable String userId,
        @JsonbProperty("order_id") @Nullable String orderId,
        @JsonbProperty("order_type") @Nullable OrderType orderType,
        @Nullable String platform,
        @Nullable OrderStatus status,
        @Nullable String chain,
        @JsonbProperty("chain_name") @Nullable String chainName,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal amount,
        @Nullable String currency,
        @JsonbProperty("vs_price") @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal price,
        @JsonbProperty("vs_currency") @Nullable String priceCurrency,
        @Nullable String remark,
        @JsonbProperty("refund") @Nullable Boolean refundable,
        @JsonbProperty("bind_id") @Nullable String bindId,
        @JsonbProperty("create_time") @JsonbTypeAdapter(TimeAdapter.class) @Nullable Instant createTime,
        @JsonbProperty("update_time") @JsonbTypeAdapter(TimeAdapter.class) @Nullable Instant updateTime,
        @JsonbProperty("tx_id") @Nullable String transactionId,
        @JsonbProperty("tx_type") @Nullable TransactionType transactionType,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal obtained,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal fee,
        @JsonbProperty("from_addr") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String fromAddress,
        @JsonbProperty("to_addr") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String toAddress,
        @JsonbProperty("tx_hash") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String transactionHash,
        @JsonbProperty("tx_hash_list") @Nullable List<String> transactionHashes,
        @JsonbProperty("contract_id") @Nullable String contractId,
        @Nullable String website) {
    public Order {
        transactionHashes = transactionHashes == null ? null : List.copyOf(transactionHashes);
    }

    /** Starts an order without any component, for example for the test of an observer. */
    public static OrderBuilder builder() {
        return new OrderBuilder();
    }
}
