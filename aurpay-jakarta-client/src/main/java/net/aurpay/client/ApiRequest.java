package net.aurpay.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A request body that is sent as JSON: its components in their order, named in snake_case, without those that are null.
 */
sealed interface ApiRequest
        permits PaymentUrlRequest,
                PaymentRequest,
                LightningOrderRequest,
                WithdrawalRequest,
                LightningWithdrawalRequest {
    /** The number of decimals of ether, which has more than any other currency that Aurpay accepts. */
    int MAX_DECIMALS = 18;

    /**
     * More digits than any amount has. Without this limit, a number such as 1e1000000 would be sent as a million zeros.
     */
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
