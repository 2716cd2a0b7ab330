package net.aurpay.webhook;

import net.aurpay.client.Accounts;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;

/**
 * Makes the two callback URLs that a payment is created with. {@code @Inject} it; with {@link AurpayAccount}, for an account
 * that the configuration lists. Thread-safe.
 *
 * <p>Both URLs are below the first {@code aurpay.webhook.url}; those of a named account are below its name. They carry the
 * merchant's reference and a random payment id, in characters that no proxy re-encodes. Aurpay signs the URL, so the name of
 * the account and both values come back authentic.
 */
public interface CallbackUrls {
    /**
     * Makes both URLs of a new payment. Each call makes a new payment id, and so a new payment, even for the same
     * reference.
     *
     * @param reference the merchant's own name of the payment, such as an order number: 1 to 200 characters, not blank,
     *     without control characters; {@link OrderEvent#reference()} returns it
     * @throws IllegalArgumentException if the reference breaks one of these rules
     * @throws IllegalStateException if {@code aurpay.webhook.url} is missing, or if callbacks of the account would be rejected
     *     because it has no callback token or secret
     */
    Callbacks forPayment(String reference);

    /**
     * Returns what makes the callback URLs of an account.
     *
     * @param name of the account; the configuration takes precedence over {@link Accounts}
     * @throws IllegalArgumentException if there is no account of this name
     * @throws AurpayException if {@link Accounts} has failed
     * @throws UnsupportedOperationException if this is an implementation of the application, for example in a test, which
     *     knows the unnamed account only
     */
    default CallbackUrls forAccount(String name) {
        throw new UnsupportedOperationException("this implementation knows the unnamed account only");
    }
}
