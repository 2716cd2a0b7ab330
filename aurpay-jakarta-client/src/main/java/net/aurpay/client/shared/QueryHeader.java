package net.aurpay.client.shared;

/** Names the header in which a query passes through the JAX-RS implementation. The header itself is never sent. */
public final class QueryHeader {
    public static final String NAME = "Aurpay-Query";

    private QueryHeader() {}
}
