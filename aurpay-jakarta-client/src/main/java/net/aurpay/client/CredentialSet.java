package net.aurpay.client;

/** The two sets of credentials, which never stand in for each other: Aurpay takes only Lightning's own on its paths. */
enum CredentialSet {
    MAIN("aurpay."),
    LIGHTNING("aurpay.lightning.");

    private final String prefix;

    CredentialSet(String prefix) {
        this.prefix = prefix;
    }

    String key(String name) {
        return prefix + name;
    }
}
