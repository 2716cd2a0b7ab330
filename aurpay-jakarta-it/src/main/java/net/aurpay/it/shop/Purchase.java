package net.aurpay.it.shop;

import java.math.BigDecimal;
import java.time.Instant;

/** Something that a customer wants. */
record Purchase(String reference, BigDecimal price, State state, Instant time) {
    enum State {
        WAITING,
        PAID,
        EXPIRED
    }

    Purchase with(State changed) {
        return new Purchase(reference, price, changed, time);
    }
}
