package net.aurpay.it.shop;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer buys.
 *
 * @param item any text; the customer may have written it
 * @param price in USD, with two decimals
 * @param steps what has happened, oldest first; the first one is always {@link State#CREATED}
 * @param payUrl where the customer pays; null until Aurpay has returned it
 * @param orderId Aurpay's id of the order; null until Aurpay has confirmed the order
 * @param shortfall what was missing when the purchase was underpaid; null if it never was, or if nobody knows
 */
record Purchase(
        String reference,
        Seller seller,
        String item,
        BigDecimal price,
        List<Step> steps,
        @Nullable URI payUrl,
        @Nullable String orderId,
        @Nullable Shortfall shortfall) {
    enum State {
        CREATED,
        /** The customer has opened the payment page, which does not mean that the customer pays. */
        OPENED,
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
            return this == CREATED || this == OPENED;
        }

        boolean isPaid() {
            return this == PAID || this == PAID_LATE;
        }
    }

    State state() {
        return steps.get(steps.size() - 1).state();
    }

    Purchase with(State changed, Instant time) {
        return with(Stream.concat(steps.stream(), Stream.of(new Step(changed, time)))
                .toList());
    }

    /** Forgets the last step. */
    Purchase withoutLastStep() {
        return with(steps.subList(0, steps.size() - 1));
    }

    private Purchase with(List<Step> changed) {
        return new Purchase(reference, seller, item, price, List.copyOf(changed), payUrl, orderId, shortfall);
    }

    Purchase payableAt(URI url) {
        return new Purchase(reference, seller, item, price, steps, url, orderId, shortfall);
    }

    Purchase orderedAs(String id) {
        return new Purchase(reference, seller, item, price, steps, payUrl, id, shortfall);
    }

    Purchase lacking(@Nullable Shortfall missing) {
        return new Purchase(reference, seller, item, price, steps, payUrl, orderId, missing);
    }

    boolean isRefundable() {
        return state().isPaid() && orderId != null;
    }
}
