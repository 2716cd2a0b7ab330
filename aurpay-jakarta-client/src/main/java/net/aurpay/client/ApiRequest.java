package net.aurpay.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A body that is sent as JSON: its components in snake_case, in their order, the null ones left out. */
sealed interface ApiRequest
        permits PaymentUrlRequest,
                PaymentRequest,
                LightningOrderRequest,
                WithdrawalRequest,
                LightningWithdrawalRequest {
    /** As many as the finest of the currencies that Aurpay takes has: ether. */
    int MAX_DECIMALS = 18;

    /** More than any amount has before the decimal point; more would be a million zeros on the wire. */
    int MAX_DIGITS = 100;

    static void positive(String field, BigDecimal value) {
        present(field, value);
        if (value.precision() > MAX_DIGITS || -(long) value.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException(field + " must have at most " + MAX_DIGITS + " digits");
        }
        if (value.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(field + " must have at most " + MAX_DECIMALS + " decimals, was <" + value
                    + ">; write new BigDecimal(\"0.1\"), with quotation marks, not new BigDecimal(0.1)");
        }
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(field + " must be > 0, was <" + value.toPlainString() + ">");
        }
    }

    static void notBlank(String field, String value) {
        present(field, value);
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank, was <" + value + ">");
        }
    }

    private static void present(String field, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " must not be null");
        }
    }
}
