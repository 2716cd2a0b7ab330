package net.aurpay.it.sandbox;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the amount from the human-readable part of a Lightning invoice (BOLT 11). */
final class Invoices {
    private static final Pattern READABLE = Pattern.compile("lnbc(?:([0-9]{1,18})([munp])?)?1.*");

    /** Amount of the recorded withdrawal, whose invoice states no amount. */
    private static final BigDecimal RECORDED = new BigDecimal("0.00004321");

    private Invoices() {}

    /** Returns the amount in BTC. */
    static BigDecimal amount(String invoice) {
        Matcher readable = READABLE.matcher(invoice);
        if (!readable.matches()) {
            throw ApiError.unprocessable("ln_invoices", "not a Lightning invoice");
        }
        if (readable.group(1) == null) {
            return RECORDED;
        }
        String unit = readable.group(2) == null ? "" : readable.group(2);
        int decimals =
                switch (unit) {
                    case "m" -> 3;
                    case "u" -> 6;
                    case "n" -> 9;
                    case "p" -> 12;
                    default -> 0;
                };
        return new BigDecimal(readable.group(1)).movePointLeft(decimals);
    }
}
