package net.aurpay.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says which orders to list. A component that is null does not narrow the list. Immutable; each method returns a
 * changed copy. A page or a size out of range is an {@link IllegalArgumentException}.
 *
 * @param page number of the page, starting at 1
 * @param size number of orders on a page, 1 to 100
 * @param createdFrom lists orders created at or after this time, to the second ({@code st})
 * @param createdBefore lists orders created before this time, to the second ({@code et})
 */
public record OrderQuery(
        @Nullable String orderId,
        @Nullable OrderStatus status,
        @Nullable OrderType orderType,
        @Nullable String chain,
        @Nullable String currency,
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore) {
    public OrderQuery {
        QueryText.checkPage(page, size);
    }

    /** Lists all orders. */
    public static OrderQuery all() {
        return new OrderQuery(null, null, null, null, null, null, null, null, null);
    }

    public OrderQuery withOrderId(String orderId) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    public OrderQuery withStatus(OrderStatus status) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    public OrderQuery withOrderType(OrderType orderType) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    public OrderQuery withChain(String chain) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    public OrderQuery withCurrency(String currency) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    public OrderQuery withPage(int page) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    public OrderQuery withSize(int size) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    public OrderQuery withCreatedFrom(Instant createdFrom) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    public OrderQuery withCreatedBefore(Instant createdBefore) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, createdFrom, createdBefore);
    }

    /** Never called. Jersey accepts a header parameter only if its type can be created from text. */
    @SuppressWarnings("DoNotCallSuggester")
    static OrderQuery fromString(String text) {
        throw new UnsupportedOperationException();
    }

    /** The query as it is sent, for example {@code status=PENDING&st=2024-10-10T00:00:00}. */
    @Override
    public String toString() {
        return new QueryText()
                .add("order_id", orderId)
                .add("status", status)
                .add("order_type", orderType)
                .add("chain", chain)
                .add("currency", currency)
                .add("page", page)
                .add("size", size)
                .add("st", createdFrom)
                .add("et", createdBefore)
                .toString();
    }
}
