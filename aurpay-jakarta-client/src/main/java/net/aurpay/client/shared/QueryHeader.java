package net.aurpay.client.shared;

/** Where a query travels through the JAX-RS implementation, as a header that is never sent. */
public final class QueryHeader {
    public static final String NAME = "Aurpay-Query";

    private QueryHeader() {}
}
