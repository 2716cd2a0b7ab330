package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.Instant;
import net.aurpay.client.json.MoneyAdapter;
import net.aurpay.client.json.TimeAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal from the Lightning wallet. A component is null if the response lacks the field.
 *
 * @param balance what is left in the wallet, in BTC
 * @param updateTime in UTC; Aurpay truncates the time to the hour
 */
public record LightningWithdrawal(
        @JsonbProperty("user_id") @Nullable String userId,
        @JsonbProperty("tx_id") @Nullable String transactionId,
        @Nullable TransactionType type,
        @Nullable TransactionStatus status,
        @Nullable String chain,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal amount,
        @Nullable String currency,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal fee,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal balance,
        @JsonbProperty("update_time") @JsonbTypeAdapter(TimeAdapter.class) @Nullable Instant updateTime) {}
