package net.aurpay.webhook.cashier;

import java.net.URI;
import java.util.List;

/**
 * The configuration of the cashier.
 *
 * @param url the public URL of the cashier, without the link, with a slash at the end
 */
public record CashierConfig(String url, LinkSeal seal) {
    /**
     * Returns the configuration for an account, whose links are below its name.
     *
     * @param secrets of the account's callbacks
     */
    public CashierConfig forAccount(String name, List<String> secrets) {
        return new CashierConfig(url + name + "/", new LinkSeal(name, secrets));
    }

    /**
     * Returns an address of the cashier. It is absolute, because behind a proxy some servers complete a relative one with
     * their own name.
     */
    public URI address(String link) {
        return URI.create(url + link);
    }
}
