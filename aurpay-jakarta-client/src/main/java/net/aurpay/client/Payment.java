package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import net.aurpay.client.json.MoneyAdapter;
import net.aurpay.client.json.TextOrFalseAdapter;
import net.aurpay.client.json.TimeAdapter;
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
 */
public record Payment(
        @JsonbProperty("order_id") @Nullable String orderId,
        @Nullable OrderStatus status,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal amount,
        @JsonbProperty("create_time") @JsonbTypeAdapter(TimeAdapter.class) @Nullable Instant createTime,
        @JsonbProperty("vs_price") @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal price,
        @JsonbProperty("vs_currency") @Nullable String priceCurrency,
        @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String address,
        @JsonbProperty("contract_addr") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String contractAddress,
        @JsonbProperty("pay_url") @Nullable URI payUrl) {}
