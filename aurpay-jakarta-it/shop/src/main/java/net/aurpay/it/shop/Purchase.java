package net.aurpay.it.shop;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer buys.
 *
 * @param item any text; the customer may have written it
 * @param price in USD, with two decimals
 * @param time when the purchase was made
 * @param payUrl where the customer pays; null until Aurpay has returned it
 * @param orderId Aurpay's id of the order; null until Aurpay has confirmed the order
 */
record Purchase(
        String reference,
        Seller seller,
        String item,
        BigDecimal price,
        Instant time,
        State state,
        @Nullable URI payUrl,
        @Nullable String orderId) {
    enum State {
        CREATED,
        /** The customer has opened the payment page. */
        PAYING,
        /** Less than the price was paid. The purchase may still be paid: somebody accepts the payment, or the rest is paid. */
        UNDERPAID,
        PAID,
        EXPIRED,
        /** Paid after it had expired. */
        PAID_LATE,
        /** The refund was requested, and its outcome may be unknown: it is never requested twice. */
        REFUNDING,
        REFUNDED;

        boolean isOpen() {
            return this == CREATED || this == PAYING;
        }

        boolean isPaid() {
            return this == PAID || this == PAID_LATE;
        }

        boolean isRefund() {
            return this == REFUNDING || this == REFUNDED;
        }
    }

    Purchase with(State changed) {
        return new Purchase(reference, seller, item, price, time, changed, payUrl, orderId);
    }

    Purchase payableAt(URI url) {
        return new Purchase(reference, seller, item, price, time, state, url, orderId);
    }

    Purchase orderedAs(String id) {
        return new Purchase(reference, seller, item, price, time, state, payUrl, id);
    }

    boolean isRefundable() {
        return state.isPaid() && orderId != null;
    }
}
