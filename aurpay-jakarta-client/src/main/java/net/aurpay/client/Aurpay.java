package net.aurpay.client;

/**
 * The clients of one merchant whose credentials are known only at run time. An application with one merchant injects the
 * clients instead.
 *
 * <p>These clients behave as injected ones do. Of {@code aurpay/mp-rest/*} they take {@code url} or {@code uri}, {@code
 * connectTimeout}, {@code readTimeout} and {@code proxyAddress}. Thread-safe: keep one instance for each merchant, and close it
 * when the merchant goes.
 */
public interface Aurpay extends AutoCloseable {
    /** Where Aurpay's API is, unless {@code aurpay/mp-rest/url} says otherwise. */
    // Not in the jar's configuration alone, which REST clients in an EAR do not see on every server.
    String URL = "https://dashboard.aurpay.net";

    /**
     * The clients of the merchant that {@code credentials} belong to. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if {@code aurpay/mp-rest/*} or {@code aurpay.*} is not usable; the message names
     *     the key
     * @throws AurpayException if the server cannot make a client on this thread, which belongs to no application
     */
    static Aurpay forMerchant(Credentials credentials) {
        return AurpayRuntime.get().forMerchant(credentials);
    }

    OrderClient orders();

    WalletClient wallets();

    /** Lightning accepts its own credentials only, so make an instance with those for it. */
    LightningClient lightning();

    /** Gives the connections back. Calls after this fail. */
    @Override
    void close();
}
