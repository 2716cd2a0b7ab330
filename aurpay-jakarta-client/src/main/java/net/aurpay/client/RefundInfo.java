package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import net.aurpay.client.json.FalseMeansAbsent;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * What a refund gives back: {@link OrderClient#refundInfo} says so beforehand, {@link OrderClient#refund} afterwards.
 * A component is null if the response lacks the field.
 *
 * @param amount the amount that was paid
 * @param obtained what the customer gets: {@code amount} less {@code networkFee}
 * @param refundEt documented as a timestamp, but 60 in every documented example
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record RefundInfo(
        @Nullable String orderId,
        @Nullable String chain,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal networkFee,
        @Nullable BigDecimal obtained,
        @JsonName("from_addr") @FalseMeansAbsent @Nullable String fromAddress,
        @JsonName("to_addr") @FalseMeansAbsent @Nullable String toAddress,
        @Nullable Long refundEt,
        Map<String, JsonValue> unknownFields) {}
