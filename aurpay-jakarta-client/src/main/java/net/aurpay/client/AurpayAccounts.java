package net.aurpay.client;

/**
 * Gives the application the clients of an account by its name; to be injected. It knows the accounts of the configuration and
 * those of {@link Accounts}. All accounts share the connections, so a thousand accounts need no more of them than one.
 * Thread-safe.
 */
public interface AurpayAccounts {
    /**
     * Returns the clients of an account. Nothing is sent yet, and nothing has to be closed: {@link Aurpay#close} does
     * nothing here. The credentials are looked up again when a call begins more than half a minute after the last look-up,
     * so that an object that is kept notices changed credentials.
     *
     * @param name of an account; the configuration takes precedence over {@link Accounts}
     * @throws IllegalArgumentException if there is no account of this name
     * @throws AurpayException if {@link Accounts} has failed; nothing was sent
     */
    Aurpay of(String name);
}
