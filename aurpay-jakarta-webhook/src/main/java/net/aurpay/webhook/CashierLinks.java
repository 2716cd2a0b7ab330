package net.aurpay.webhook;

import java.net.URI;
import java.time.Duration;
import net.aurpay.client.Accounts;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.AurpayException;
import net.aurpay.client.PaymentUrlRequest;

/**
 * Makes links to the cashier: a page of this application on which the customer chooses a cryptocurrency before the payment
 * is opened. {@code @Inject} it; with {@link AurpayAccount}, for an account that the configuration lists. Thread-safe.
 *
 * <p>Use it in place of {@link Payments#open(String, PaymentUrlRequest)}. The customer ends on the same page of Aurpay,
 * but the payment has an order id, so it can be looked up if no callback comes.
 *
 * <p>It needs {@code aurpay.payments.cashier=true} and the table of {@link Payments}. Nothing is stored until the customer
 * chooses: everything is in the link, signed with a key that is derived from {@code aurpay.webhook.secret}, or from the callback
 * secret of the account. Anyone who has the link can read the reference and the price in it.
 */
public interface CashierLinks {
    /** Makes a link that is valid for a day. */
    default URI link(String reference, PaymentUrlRequest request) {
        return link(reference, request, Duration.ofDays(1));
    }

    /**
     * Makes a link. While a payment of the reference is open, and after it is paid, the link leads to that payment.
     *
     * @param reference the merchant's own name of the payment, as in {@link CallbackUrls#forPayment}
     * @param request the price, and where the customer is sent in the end; without origin, and without callbacks, which are
     *     added when the payment is opened
     * @param validFor from one second to 366 days; afterwards, the link leads to a page that says it is no longer valid
     * @throws IllegalArgumentException if one of these rules is broken, or if the link would be longer than 4,000 characters
     * @throws IllegalStateException if the cashier is not configured
     */
    URI link(String reference, PaymentUrlRequest request, Duration validFor);

    /**
     * Returns what makes the links of an account.
     *
     * @param name of the account; the configuration takes precedence over {@link Accounts}
     * @throws IllegalArgumentException if there is no account of this name
     * @throws AurpayException if {@link Accounts} has failed
     */
    CashierLinks forAccount(String name);
}
