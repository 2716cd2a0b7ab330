package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.Instant;
import net.aurpay.client.json.MoneyAdapter;
import net.aurpay.client.json.TextOrFalseAdapter;
import net.aurpay.client.json.TimeAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money. A component is null if the response lacks the field. Times are in UTC.
 *
 * @param obtained what is left after fees
 * @param fromAddress null, an address, or {@code 0} for a payment inside Aurpay
 * @param transactionHash the hash of the transaction on the chain; null for a payment inside Aurpay
 */
public record Transaction(
        @JsonbProperty("user_id") @Nullable String userId,
        @JsonbProperty("tx_id") @Nullable String transactionId,
        @JsonbProperty("tx_type") @Nullable TransactionType transactionType,
        @Nullable TransactionStatus status,
        @Nullable String chain,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal amount,
        @Nullable String currency,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal obtained,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal fee,
        @JsonbProperty("from_addr") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String fromAddress,
        @JsonbProperty("to_addr") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String toAddress,
        @JsonbProperty("tx_hash") @JsonbTypeAdapter(TextOrFalseAdapter.class) @Nullable String transactionHash,
        @JsonbProperty("event_time") @JsonbTypeAdapter(TimeAdapter.class) @Nullable Instant eventTime) {
    /** Starts a transaction without any component, for example for the test of an observer. */
    public static TransactionBuilder builder() {
        return new TransactionBuilder();
    }
}
