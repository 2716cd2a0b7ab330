package net.aurpay.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions to list. What is null is not asked for; each method gives a changed copy.
 *
 * @param type called {@code type} here and {@code tx_type} in the answer
 * @param page number of the page, from 1
 * @param size transactions a page, 1 to 100
 * @param st not before this time, to the second
 * @param et not after this time, to the second
 */
public record TransactionQuery(
        @Nullable String txId,
        @Nullable TransactionStatus status,
        @Nullable TransactionType type,
        @Nullable String chain,
        @Nullable String currency,
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable Instant st,
        @Nullable Instant et,
        @Nullable Sort sort) {
    public TransactionQuery {
        QueryText.checkPage(page, size);
    }

    /** Without any filter. */
    public static TransactionQuery all() {
        return new TransactionQuery(null, null, null, null, null, null, null, null, null, null);
    }

    public TransactionQuery txId(String txId) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery status(TransactionStatus status) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery type(TransactionType type) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery chain(String chain) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery currency(String currency) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery page(int page) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery size(int size) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery st(Instant st) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery et(Instant et) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
    }

    public TransactionQuery sort(Sort sort) {
        return new TransactionQuery(txId, status, type, chain, currency, page, size, st, et, sort);
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
                .add("tx_id", txId)
                .add("status", status)
                .add("type", type)
                .add("chain", chain)
                .add("currency", currency)
                .add("page", page)
                .add("size", size)
                .add("st", st)
                .add("et", et)
                .add("sort", sort)
                .toString();
    }
}
