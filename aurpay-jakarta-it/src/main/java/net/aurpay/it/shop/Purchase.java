package net.aurpay.it.shop;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer wants.
 *
 * @param price in USD, with two decimals
 * @param time when it was made
 * @param payUrl where the customer pays; null until Aurpay has given one
 */
record Purchase(String reference, BigDecimal price, Instant time, State state, @Nullable URI payUrl) {
    enum State {
        WAITING,
        PAID,
        EXPIRED
    }

    Purchase with(State changed) {
        return new Purchase(reference, price, time, changed, payUrl);
    }

    Purchase payableAt(URI url) {
        return new Purchase(reference, price, time, state, url);
    }
}
