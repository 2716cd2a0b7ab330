package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import net.aurpay.client.json.MoneyAdapter;
import net.aurpay.client.json.TextOrFalseAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What a refund gives back: {@link OrderClient#refundInfo} says so beforehand, {@link OrderClient#refund} afterwards.
 * A component is null if the response lacks the field.
 *
 * @param amount the amount that was paid
 * @param obtained what the customer gets: {@code amount} less {@code networkFee}
 * @param refundEt documented as a timestamp, but 60 in every documented example
 */
public record RefundInfo(
        @JsonbProperty("order_id") @Nullable String orderId,
        @Nullable String chain,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal amount,
        @Nullable String currency,
        @JsonbProperty("network_fee") @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal networkFee,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal obtained,
        @JsonbProperty("from_addr") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String fromAddress,
        @JsonbProperty("to_addr") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String toAddress,
        @JsonbProperty("refund_et") @Nullable Long refundEt) {}
