package net.aurpay.webhook;

import net.aurpay.client.Callbacks;

/**
 * Makes the URLs that a payment is created with. {@code @Inject} it. Thread-safe.
 *
 * <p>They are under the first {@code aurpay.webhook.url}, and carry the merchant's reference and a random payment id, in
 * characters that no proxy encodes anew: Aurpay signs the URL, so both come back authentic.
 */
public interface CallbackUrls {
    /**
     * Both URLs of a new payment. Each call makes another payment id, so another payment, also for the same reference.
     *
     * @param reference the merchant's own name of the payment, such as an order number: 1 to 200 characters, not blank,
     *     without control characters; {@link OrderEvent#reference()} gives it back
     * @throws IllegalArgumentException if the reference is not such a text
     * @throws IllegalStateException if {@code aurpay.webhook.url} is missing
     */
    Callbacks forPayment(String reference);
}
