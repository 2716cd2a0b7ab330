package net.aurpay.webhook;

import net.aurpay.client.Accounts;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;

/**
 * Looks an order up and fires the event that a callback would have fired, if no callback has done so. {@code @Inject}
 * it; with {@link AurpayAccount}, for an account that the configuration lists. Thread-safe.
 *
 * <p>Use it if a callback has not come: on the page that the customer returns to after paying, to replay a payment, or
 * if a call has failed and {@link AurpayException#outcomeUnknown()} is true. The look-up and a callback for the same
 * payment may come at the same time, on different servers: only one of them fires the event, in the same transaction and
 * to the same observers.
 *
 * <p>With {@code aurpay.webhook.datasource}, each event is fired exactly once. Without it, the inbox is in memory, and an
 * event may be fired again after a restart.
 */
public interface Settlement {
    /**
     * Looks the order up and fires its event, unless the event was fired before. No transaction is active and no
     * connection to the database is held while Aurpay is asked.
     *
     * @param callbacks of the payment, as {@link CallbackUrls#forPayment} has made them
     * @param orderId of the order that was created with these callbacks
     * @return what became of the order
     * @throws IllegalArgumentException if {@link CallbackUrls} did not make both URLs for the same payment of this account
     * @throws IllegalStateException if the thread is in a transaction, or the webhook is not configured
     * @throws AurpayException if the order cannot be looked up now
     * @throws SettlementException if the event was not committed, because an observer or the database failed. Call again
     *     later
     */
    SettlementResult settle(Callbacks callbacks, String orderId);

    /**
     * Returns what settles the orders of an account. It looks them up with the credentials of this account.
     *
     * @param name of the account; the configuration takes precedence over {@link Accounts}
     * @throws IllegalArgumentException if there is no account of this name
     * @throws AurpayException if {@link Accounts} has failed
     * @throws UnsupportedOperationException if this is an implementation of the application, for example in a test, which
     *     knows the unnamed account only
     */
    default Settlement forAccount(String name) {
        throw new UnsupportedOperationException("this implementation knows the unnamed account only");
    }
}
