package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * A Lightning order that waits for its payment. A component is null if the response lacks the field.
 *
 * @param orderId 20 digits, too many for a {@code long}
 * @param amount in BTC
 * @param createTime in UTC; Aurpay truncates the time to the hour
 * @param paymentRequest the invoice that the customer pays
 * @param payUrl the cashier page of this order
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
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
