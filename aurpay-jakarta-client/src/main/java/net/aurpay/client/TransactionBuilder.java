package net.aurpay.client;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Builds a transaction for a test. Each method sets the component of {@link Transaction} with its name; what is not set is null. Not
 * thread-safe.
 */
public final class TransactionBuilder {
    private @Nullable String userId;
    private @Nullable String transactionId;
    private @Nullable TransactionType transactionType;
    private @Nullable TransactionStatus status;
    private @Nullable String chain;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;
    private @Nullable BigDecimal obtained;
    private @Nullable BigDecimal fee;
    private @Nullable String fromAddress;
    private @Nullable String toAddress;
    private @Nullable String transactionHash;
    private @Nullable Instant eventTime;

    TransactionBuilder() {}

    public TransactionBuilder userId(@Nullable String userId) {
        this.userId = userId;
        return this;
    }

    public TransactionBuilder transactionId(@Nullable String transactionId) {
        this.transactionId = transactionId;
        return this;
    }

    public TransactionBuilder transactionType(@Nullable TransactionType transactionType) {
        this.transactionType = transactionType;
        return this;
    }

    public TransactionBuilder status(@Nullable TransactionStatus status) {
        this.status = status;
        return this;
    }

    public TransactionBuilder chain(@Nullable String chain) {
        this.chain = chain;
        return this;
    }

    public TransactionBuilder amount(@Nullable BigDecimal amount) {
        this.amount = amount;
        return this;
    }

    public TransactionBuilder currency(@Nullable String currency) {
        this.currency = currency;
        return this;
    }

    public TransactionBuilder obtained(@Nullable BigDecimal obtained) {
        this.obtained = obtained;
        return this;
    }

    public TransactionBuilder fee(@Nullable BigDecimal fee) {
        this.fee = fee;
        return this;
    }

    public TransactionBuilder fromAddress(@Nullable String fromAddress) {
        this.fromAddress = fromAddress;
        return this;
    }

    public TransactionBuilder toAddress(@Nullable String toAddress) {
        this.toAddress = toAddress;
        return this;
    }

    public TransactionBuilder transactionHash(@Nullable String transactionHash) {
        this.transactionHash = transactionHash;
        return this;
    }

    public TransactionBuilder eventTime(@Nullable Instant eventTime) {
        this.eventTime = eventTime;
        return this;
    }

    /** Returns the transaction; the builder can go on to build another one. */
    public Transaction build() {
        return new Transaction(
                userId,
                transactionId,
                transactionType,
                status,
                chain,
                amount,
                currency,
                obtained,
                fee,
                fromAddress,
                toAddress,
                transactionHash,
                eventTime);
    }
}
