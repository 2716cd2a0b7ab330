package net.aurpay.client.links;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Converts amounts without rounding: Aurpay tells payers apart by the last digits. */
final class SmallestUnits {
    /** More digits before the decimal point than a uint256 has. */
    private static final int MAX_DIGITS = 78;

    private SmallestUnits() {}

    /** Counts the smallest units, for example wei, of an amount in whole coins. */
    static BigInteger of(BigDecimal amount, int decimals) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("the amount must be > 0, was <" + amount.toPlainString() + ">");
        }
        if (amount.precision() - amount.scale() > MAX_DIGITS) {
            // not written out: an exponent can stand for a billion digits
            throw new IllegalArgumentException("the amount is too large: <" + amount + ">");
        }
        try {
            return amount.movePointRight(decimals).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the amount must have at most " + decimals + " decimals, was <" + amount.toPlainString() + ">", e);
        }
    }
}
