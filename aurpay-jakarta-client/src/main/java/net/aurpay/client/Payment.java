package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import net.aurpay.client.json.FalseMeansAbsent;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits for its payment. A component is null if the response lacks the field.
 *
 * @param orderId 20 digits, too many for a {@code long}
 * @param amount to be paid in the cryptocurrency, exact to the last digit: the amount is how Aurpay tells payers apart
 * @param price in {@code priceCurrency}
 * @param address where the customer pays to
 * @param contractAddress the contract of a token; null for a coin
 * @param payUrl the cashier page of this order
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record Payment(
        @Nullable String orderId,
        @Nullable OrderStatus status,
        @Nullable BigDecimal amount,
        @Nullable Instant createTime,
        @JsonName("vs_price") @Nullable BigDecimal price,
        @JsonName("vs_currency") @Nullable String priceCurrency,
        @FalseMeansAbsent @Nullable String address,
        @JsonName("contract_addr") @FalseMeansAbsent @Nullable String contractAddress,
        @Nullable URI payUrl,
        Map<String, JsonValue> unknownFields) {}
