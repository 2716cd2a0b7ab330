package net.aurpay.client.http;

/**
 * The two sets of credentials. One set never stands in for the other: on the paths of Lightning, Aurpay accepts only
 * Lightning's credentials. There is one filter with two credential sets, not two filters: if one extends the other,
 * Payara picks either.
 */
public enum CredentialSet {
    MAIN("aurpay."),
    LIGHTNING("aurpay.lightning.");

    /** The beginning of the paths of Lightning's operations. */
    public static final String LIGHTNING_PATH = "/api/bln";

    private final String prefix;

    CredentialSet(String prefix) {
        this.prefix = prefix;
    }

    /** The set of credentials for a request to {@code path}. */
    static CredentialSet of(String path) {
        return path.contains(LIGHTNING_PATH + "/") ? LIGHTNING : MAIN;
    }

    /** The configuration key with the given name in this set; the name is, for example, {@code api-token}. */
    public String key(String name) {
        return prefix + name;
    }
}
