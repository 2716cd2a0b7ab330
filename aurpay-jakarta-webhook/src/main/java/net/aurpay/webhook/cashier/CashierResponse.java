package net.aurpay.webhook.cashier;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's browser gets: a page, or the address of another page.
 *
 * @param page complete; empty if there is a location
 */
public record CashierResponse(int status, @Nullable URI location, String page) {
    private static final int SEE_OTHER = 303;

    static CashierResponse to(URI location) {
        return new CashierResponse(SEE_OTHER, location, "");
    }

    static CashierResponse of(int status, Html page) {
        return new CashierResponse(status, null, page.source());
    }
}
