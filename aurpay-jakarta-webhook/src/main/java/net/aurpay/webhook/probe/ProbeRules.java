package net.aurpay.webhook.probe;

import java.time.InstantSource;
import java.util.List;

/**
 * What both sides of a probe know.
 *
 * @param url the first {@code aurpay.webhook.url}, without a slash at the end
 * @param headers of a callback that must arrive
 */
public record ProbeRules(String url, List<String> headers, InstantSource clock) {
    /** The end of the path, which no proxy may change. */
    static final String PATH = "/probe";

    /** Copies the list. */
    public ProbeRules {
        headers = List.copyOf(headers);
    }

    /** Returns the URL that is probed, without a query. */
    String probed(String account) {
        return url + below(account);
    }

    /** Returns the path below the URL, as that of a callback of this account. */
    static String below(String account) {
        return (account.isEmpty() ? "" : "/" + account) + PATH;
    }
}
