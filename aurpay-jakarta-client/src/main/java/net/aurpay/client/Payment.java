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
 * An order waiting for its payment. Every component is null if the answer lacks it.
 *
 * @param orderId 20 digits, more than a {@code long} holds
 * @param amount to be paid in the crypto currency, to the last digit: Aurpay tells payers apart by it
 * @param price price in {@code priceCurrency}
 * @param address to be paid to
 * @param contractAddress of the token; null for a coin
 * @param payUrl the cashier page of this order
 * @param unknownFields fields that this release does not know, by the API's name
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
