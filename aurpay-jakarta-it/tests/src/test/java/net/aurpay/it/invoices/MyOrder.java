package net.aurpay.it.invoices;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import net.aurpay.client.OrderStatus;
import org.jspecify.annotations.Nullable;

/** The fields of an order that this application needs, one of which the library does not know. */
public record MyOrder(
        @JsonbProperty("order_id") String orderId,
        OrderStatus status,
        @Nullable BigDecimal amount,
        @JsonbProperty("loyalty_number") @Nullable String loyaltyNumber) {}
