package net.aurpay.client;

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

    /** Never called. Jersey accepts a header parameter only if its type can be created from text. */
    @SuppressWarnings("DoNotCallSuggester")
    static TransactionQuery fromString(String text) {
        throw new UnsupportedOperationException();
    }

    /** The query as it is sent, for example {@code status=PENDING&st=2024-10-10T00:00:00}. */
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
