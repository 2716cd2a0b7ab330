package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import net.aurpay.client.json.MoneyAdapter;
import net.aurpay.client.json.TimeAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A Lightning order that waits for its payment. A component is null if the response lacks the field.
 *
 * @param orderId 20 digits, too many for a {@code long}
 * @param amount in BTC
 * @param createTime in UTC; Aurpay truncates the time to the hour
 * @param paymentRequest the invoice that the customer pays
 * @param payUrl the cashier page of this order
 */
public record LightningOrder(
        @JsonbProperty("order_id") @Nullable String orderId,
        @Nullable OrderStatus status,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal amount,
        @JsonbProperty("create_time") @JsonbTypeAdapter(TimeAdapter.class) @Nullable Instant createTime,
        @JsonbProperty("payment_request") @Nullable String paymentRequest,
        @JsonbProperty("payment_addr") @Nullable String paymentAddress,
        @JsonbProperty("pay_url") @Nullable URI payUrl,
        @Nullable String currency) {}
