package net.aurpay.client;

import jakarta.ws.rs.QueryParam;
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
        @QueryParam("order_id") @Nullable String orderId,
        @QueryParam("status") @Nullable OrderStatus status,
        @QueryParam("order_type") @Nullable OrderType orderType,
        @QueryParam("chain") @Nullable String chain,
        @QueryParam("currency") @Nullable String currency,
        @QueryParam("page") @Nullable Integer page,
        @QueryParam("size") @Nullable Integer size,
        @QueryParam("st") @Nullable Instant createdFrom,
        @QueryParam("et") @Nullable Instant createdBefore) {
    public OrderQuery {
        PageLimits.check(page, size);
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

    // Accessors that are written out do not take over the annotations, which Quarkus accepts on fields and getters
    // only.

    @Override
    public @Nullable String orderId() {
        return orderId;
    }

    @Override
    public @Nullable OrderStatus status() {
        return status;
    }

    @Override
    public @Nullable OrderType orderType() {
        return orderType;
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
    public @Nullable Instant createdFrom() {
        return createdFrom;
    }

    @Override
    public @Nullable Instant createdBefore() {
        return createdBefore;
    }
}
