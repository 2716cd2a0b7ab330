package net.aurpay.client;

/** How reads are tried again: the values of their {@code @Retry}, in milliseconds. */
final class Retries {
    static final int MAX = 2;
    static final long DELAY = 400;
    static final long JITTER = 200;

    private Retries() {}
}
