package net.aurpay.client;

import java.math.BigDecimal;
import java.util.Objects;

/** A body that is sent as JSON: its components in snake_case, in their order, the null ones left out. */
sealed interface ApiRequest
        permits PaymentUrlRequest,
                PaymentInfoRequest,
                LightningOrderRequest,
                WithdrawalRequest,
                LightningWithdrawalRequest {
    /** More digits than any currency has; a scale of a million would be a million zeros on the wire. */
    int MAX_DIGITS = 100;

    static void positive(String field, BigDecimal value) {
        Objects.requireNonNull(value, field);
        if (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException(field + " must have at most " + MAX_DIGITS + " digits");
        }
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(field + " must be > 0, was <" + value.toPlainString() + ">");
        }
    }

    static void notBlank(String field, String value) {
        Objects.requireNonNull(value, field);
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank, was <" + value + ">");
        }
    }
}
