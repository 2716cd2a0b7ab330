package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * A Lightning order waiting for its payment. Every component is null if the answer lacks it.
 *
 * @param orderId 20 digits, more than a {@code long} holds
 * @param amount in BTC
 * @param createTime UTC; cut to the hour by Aurpay
 * @param paymentRequest the invoice that the customer pays
 * @param payUrl the cashier page of this order
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record LightningOrder(
        @Nullable String orderId,
        @Nullable OrderStatus status,
        @Nullable BigDecimal amount,
        @Nullable Instant createTime,
        @Nullable String paymentRequest,
        @JsonName("payment_addr") @Nullable String paymentAddress,
        @Nullable URI payUrl,
        @Nullable String currency,
        Map<String, JsonValue> unknownFields) {}
