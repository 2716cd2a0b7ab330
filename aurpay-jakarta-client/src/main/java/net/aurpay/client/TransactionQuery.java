package net.aurpay.client;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says which transactions to list. A component that is null does not narrow the list. Immutable; each method returns a
 * changed copy. A page or a size out of range is an {@link IllegalArgumentException}.
 *
 * @param type the API calls this field {@code type} in the query and {@code tx_type} in the response
 * @param page number of the page, starting at 1
 * @param size number of transactions on a page, 1 to 100
 * @param eventFrom lists transactions at or after this time, to the second ({@code st})
 * @param eventUntil lists transactions at or before this time, to the second ({@code et})
 */
public record TransactionQuery(
        @QueryParam("tx_id") @Nullable String transactionId,
        @QueryParam("status") @Nullable TransactionStatus status,
        @QueryParam("type") @Nullable TransactionType type,
        @QueryParam("chain") @Nullable String chain,
        @QueryParam("currency") @Nullable String currency,
        @QueryParam("page") @Nullable Integer page,
        @QueryParam("size") @Nullable Integer size,
        @QueryParam("st") @Nullable Instant eventFrom,
        @QueryParam("et") @Nullable Instant eventUntil,
        @QueryParam("sort") @Nullable Sort sort) {
    public TransactionQuery {
        PageLimits.check(page, size);
    }

    /** Lists all transactions. */
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

    // Accessors that are written out do not take over the annotations, which Quarkus accepts on fields and getters
    // only.

    @Override
    public @Nullable String transactionId() {
        return transactionId;
    }

    @Override
    public @Nullable TransactionStatus status() {
        return status;
    }

    @Override
    public @Nullable TransactionType type() {
        return type;
    }

    @Override
    public @Nullable String chain() {
        return chain;
    }

    @Override
    public @Nullable String currency() {
        return currency;
    }

    @Override
    public @Nullable Integer page() {
        return page;
    }

    @Override
    public @Nullable Integer size() {
        return size;
    }

    @Override
    public @Nullable Instant eventFrom() {
        return eventFrom;
    }

    @Override
    public @Nullable Instant eventUntil() {
        return eventUntil;
    }

    @Override
    public @Nullable Sort sort() {
        return sort;
    }
}
