package net.aurpay.client;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list. What is null is not asked for; each method gives a changed copy.
 *
 * @param page number of the page, from 1
 * @param size orders a page, 1 to 100
 * @param st created at or after this time, to the second
 * @param et created before this time, to the second
 */
public record OrderQuery(
        @QueryParam("order_id") @Nullable String orderId,
        @QueryParam("status") @Nullable OrderStatus status,
        @QueryParam("order_type") @Nullable OrderType orderType,
        @QueryParam("chain") @Nullable String chain,
        @QueryParam("currency") @Nullable String currency,
        @QueryParam("page") @Nullable Integer page,
        @QueryParam("size") @Nullable Integer size,
        @QueryParam("st") @Nullable Instant st,
        @QueryParam("et") @Nullable Instant et) {
    public OrderQuery {
        if (page != null && page < 1) {
            throw new IllegalArgumentException("page must be > 0, was <" + page + ">");
        }
        if (size != null && (size < 1 || size > 100)) {
            throw new IllegalArgumentException("size must be 1 to 100, was <" + size + ">");
        }
    }

    /** Without any filter. */
    public static OrderQuery all() {
        return new OrderQuery(null, null, null, null, null, null, null, null, null);
    }

    public OrderQuery orderId(String orderId) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }

    public OrderQuery status(OrderStatus status) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }

    public OrderQuery orderType(OrderType orderType) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }

    public OrderQuery chain(String chain) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }

    public OrderQuery currency(String currency) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }

    public OrderQuery page(int page) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }

    public OrderQuery size(int size) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }

    public OrderQuery st(Instant st) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }

    public OrderQuery et(Instant et) {
        return new OrderQuery(orderId, status, orderType, chain, currency, page, size, st, et);
    }
}
