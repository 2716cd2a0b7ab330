package net.aurpay.client.links;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Links of BIP 21. */
public final class Bitcoin {
    private static final int DECIMALS = 8;

    /** An address of the main network: another character could add a parameter to the link. */
    private static final Pattern ADDRESS =
            Pattern.compile("[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,87}|BC1[02-9AC-HJ-NP-Z]{11,87}");

    private Bitcoin() {}

    /** Writes the amount in BTC, never with an exponent. */
    public static String link(String address, BigDecimal amount) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("not a Bitcoin address: <" + address + ">");
        }
        BigDecimal exact = new BigDecimal(SmallestUnits.of(amount, DECIMALS), DECIMALS);
        return "bitcoin:" + address + "?amount=" + exact.stripTrailingZeros().toPlainString();
    }
}
