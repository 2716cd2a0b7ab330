package net.aurpay.it.shop;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the price that a customer has typed. */
final class Price {
    static final String RULE = "The price must be a number from 0.50 to 9999.99, such as 12.50 or 12,50.";

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,4}([.,][0-9]{1,2})?");

    /** The fee of a small payment would be more than the payment. */
    private static final BigDecimal LEAST = new BigDecimal("0.50");

    private Price() {}

    /**
     * Accepts a point or a comma before the decimals.
     *
     * @return in USD, with two decimals
     */
    static Optional<BigDecimal> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(DECIMAL.asMatchPredicate())
                .map(decimal -> new BigDecimal(decimal.replace(',', '.')).setScale(2))
                .filter(price -> price.compareTo(LEAST) >= 0);
    }
}
