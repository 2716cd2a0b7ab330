package net.aurpay.client;

import jakarta.ws.rs.QueryParam;
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
        @QueryParam("tx_id") @Nullable String txId,
        @QueryParam("status") @Nullable TransactionStatus status,
        @QueryParam("type") @Nullable TransactionType type,
        @QueryParam("chain") @Nullable String chain,
        @QueryParam("currency") @Nullable String currency,
        @QueryParam("page") @Nullable Integer page,
        @QueryParam("size") @Nullable Integer size,
        @QueryParam("st") @Nullable Instant st,
        @QueryParam("et") @Nullable Instant et,
        @QueryParam("sort") @Nullable Sort sort) {
    public TransactionQuery {
        if (page != null && page < 1) {
            throw new IllegalArgumentException("page must be > 0, was <" + page + ">");
        }
        if (size != null && (size < 1 || size > 100)) {
            throw new IllegalArgumentException("size must be 1 to 100, was <" + size + ">");
        }
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
}
