package net.aurpay.client;

import java.util.Locale;

/** The order in which transactions are listed, by time. */
public enum Sort {
    ASC,
    DESC;

    /** The API's spelling, which queries use, too. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
