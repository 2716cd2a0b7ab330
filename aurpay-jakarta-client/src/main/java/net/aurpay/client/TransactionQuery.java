package net.aurpay.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions to list. What is null is not asked for; each method gives a changed copy.
 *
 * @param type called {@code type} here and {@code tx_type} in the answer
 * @param page number of the page, from 1
 * @param size transactions a page, 1 to 100
 * @param eventFrom not before this time, to the second ({@code st})
 * @param eventUntil not after this time, to the second ({@code et})
 */
public record TransactionQuery(
        @Nullable String transactionId,
        @Nullable TransactionStatus status,
        @Nullable TransactionType type,
        @Nullable String chain,
        @Nullable String currency,
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable Instant eventFrom,
        @Nullable Instant eventUntil,
        @Nullable Sort sort) {
    public TransactionQuery {
        QueryText.checkPage(page, size);
    }

    /** Without any filter. */
    public static TransactionQuery all() {
        return new TransactionQuery(null, null, null, null, null, null, null, null, null, null);
    }

    public TransactionQuery withTransactionId(String transactionId) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withStatus(TransactionStatus status) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withType(TransactionType type) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withChain(String chain) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withCurrency(String currency) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withPage(int page) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withSize(int size) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withEventFrom(Instant eventFrom) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withEventUntil(Instant eventUntil) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    public TransactionQuery withSort(Sort sort) {
        return new TransactionQuery(
                transactionId, status, type, chain, currency, page, size, eventFrom, eventUntil, sort);
    }

    /** Never called: Jersey takes no header parameter of a type that it could not read. */
    @SuppressWarnings("DoNotCallSuggester")
    static TransactionQuery fromString(String text) {
        throw new UnsupportedOperationException();
    }

    /** The query as it is sent, e.g. {@code status=PENDING&st=2024-10-10T00:00:00}. */
    @Override
    public String toString() {
        return new QueryText()
                .add("tx_id", transactionId)
                .add("status", status)
                .add("type", type)
                .add("chain", chain)
                .add("currency", currency)
                .add("page", page)
                .add("size", size)
                .add("st", eventFrom)
                .add("et", eventUntil)
                .add("sort", sort)
                .toString();
    }
}
