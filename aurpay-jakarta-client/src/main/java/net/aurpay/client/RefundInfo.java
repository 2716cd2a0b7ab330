package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import net.aurpay.client.json.FalseMeansAbsent;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * What a refund gives back, before ({@link OrderClient#refundInfo}) or after ({@link OrderClient#refund}) it is made.
 * Every component is null if the answer lacks it.
 *
 * @param amount that was paid
 * @param obtained what the customer gets: {@code amount} less {@code networkFee}
 * @param refundEt called a timestamp by the documentation, which shows 60 throughout
 * @param unknownFields fields that this release does not know, by the API's name
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
