package net.aurpay.client;

import java.util.Locale;

/** In which order of time transactions are listed. */
public enum Sort {
    ASC,
    DESC;

    /** The API's spelling, as it stands in a query. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
