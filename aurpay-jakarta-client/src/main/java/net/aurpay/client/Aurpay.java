package net.aurpay.client;

/**
 * Gives you the clients of one merchant whose credentials are known only at run time. An application with a single
 * merchant injects the clients instead.
 *
 * <p>These clients behave like injected clients. Of the keys {@code aurpay/mp-rest/*}, they use {@code url} or {@code
 * uri}, {@code connectTimeout}, {@code readTimeout} and {@code proxyAddress}. Thread-safe: keep one instance for each
 * merchant, and close the instance when the merchant leaves.
 */
public interface Aurpay extends AutoCloseable {
    /** The address of Aurpay's API, unless {@code aurpay/mp-rest/url} sets another. */
    // A constant, because on some servers the REST clients of an EAR do not see the configuration in this jar.
    String URL = "https://dashboard.aurpay.net";

    /**
     * Creates the clients of the merchant to whom {@code credentials} belong. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if a value of {@code aurpay/mp-rest/*} or {@code aurpay.*} is unusable; the
     *     message names the key
     * @throws AurpayException if the thread belongs to no application, and the server cannot create a client on it
     */
    static Aurpay forMerchant(Credentials credentials) {
        return AurpayRuntime.get().forMerchant(credentials);
    }

    OrderClient orders();

    WalletClient wallets();

    /** The Lightning client. Lightning accepts only credentials of its own: create a separate instance with those. */
    LightningClient lightning();

    /**
     * The client of an interface of the application, with the credentials of this merchant; the same client for each
     * call. The interface has {@link AurpayApi} and {@code @RegisterProvider(AurpayFeature.class)}, like one that is
     * injected. {@link #close} releases its connections, too.
     *
     * @throws IllegalArgumentException if the interface cannot be called as this library promises; the message says why
     * @throws AurpayException if the thread belongs to no application, and the server cannot create a client on it
     * @throws IllegalStateException if this object is closed
     */
    <T> T client(Class<T> type);

    /** Releases the connections. Later calls fail. */
    @Override
    void close();
}
