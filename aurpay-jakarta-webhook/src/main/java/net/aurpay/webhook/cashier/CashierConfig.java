package net.aurpay.webhook.cashier;

import java.net.URI;

/**
 * The configuration of the cashier.
 *
 * @param url the public URL of the cashier, without the link, with a slash at the end
 */
public record CashierConfig(String url, LinkSeal seal) {
    /**
     * Returns an address of the cashier. It is absolute, because behind a proxy some servers complete a relative one with
     * their own name.
     */
    public URI address(String link) {
        return URI.create(url + link);
    }
}
