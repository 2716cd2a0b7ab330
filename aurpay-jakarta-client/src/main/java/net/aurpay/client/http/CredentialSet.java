package net.aurpay.client.http;

/**
 * The two sets of credentials, which never stand in for each other: Aurpay takes only Lightning's own on its paths. Not
 * a filter for each: where one is a subtype of the other, Payara takes either at random.
 */
public enum CredentialSet {
    MAIN("aurpay."),
    LIGHTNING("aurpay.lightning.");

    /** Where Lightning's operations are. */
    public static final String LIGHTNING_PATH = "/api/bln";

    private final String prefix;

    CredentialSet(String prefix) {
        this.prefix = prefix;
    }

    /** The set for a request to {@code path}. */
    static CredentialSet of(String path) {
        return path.contains(LIGHTNING_PATH + "/") ? LIGHTNING : MAIN;
    }

    /** The configuration key of that name, such as {@code api-token}, in this set. */
    public String key(String name) {
        return prefix + name;
    }
}
