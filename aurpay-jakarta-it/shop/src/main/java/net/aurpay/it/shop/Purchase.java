package net.aurpay.it.shop;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer wants.
 *
 * @param item as the customer wrote it: any text
 * @param price in USD, with two decimals
 * @param time when it was made
 * @param payUrl where the customer pays; null until Aurpay has given one
 * @param orderId Aurpay's name of it; null until Aurpay has confirmed it
 */
record Purchase(
        String reference,
        String item,
        BigDecimal price,
        Instant time,
        State state,
        @Nullable URI payUrl,
        @Nullable String orderId) {
    enum State {
        CREATED,
        /** The customer went to pay. */
        PAYING,
        PAID,
        EXPIRED,
        /** Asked for, perhaps without an answer: it is never asked for twice. */
        REFUNDING,
        REFUNDED;

        boolean isOpen() {
            return this == CREATED || this == PAYING;
        }

        boolean isRefund() {
            return this == REFUNDING || this == REFUNDED;
        }
    }

    Purchase with(State changed) {
        return new Purchase(reference, item, price, time, changed, payUrl, orderId);
    }

    Purchase payableAt(URI url) {
        return new Purchase(reference, item, price, time, state, url, orderId);
    }

    Purchase orderedAs(String id) {
        return new Purchase(reference, item, price, time, state, payUrl, id);
    }

    boolean isRefundable() {
        return state == State.PAID && orderId != null;
    }
}
