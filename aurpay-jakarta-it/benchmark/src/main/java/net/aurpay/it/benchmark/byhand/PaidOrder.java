package net.aurpay.it.benchmark.byhand;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The body of a callback, with as many fields as an application needs. */
public record PaidOrder(
        @JsonbProperty("order_id") String orderId,
        String status,
        @JsonbProperty("order_type") String type,
        @Nullable BigDecimal amount,
        @JsonbProperty("vs_price") @Nullable BigDecimal price,
        @JsonbProperty("vs_currency") String priceCurrency,
        String remark) {}
