package net.aurpay.webhook;

import net.aurpay.client.AurpayException;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;

/**
 * Opens payments, remembers them in a table until they are paid or given up, and looks them up if no callback comes.
 * {@code @Inject} it. Thread-safe.
 *
 * <p>It needs {@code aurpay.webhook.datasource} and the table of {@code META-INF/aurpay/aurpay_payment.sql}, which is in the
 * jar. Call its methods outside any transaction: each of them uses short transactions of its own, and holds no connection to
 * the database while it asks Aurpay.
 *
 * <p>The methods throw an {@link IllegalStateException} if {@code aurpay.webhook.datasource} is missing or if the thread is in a
 * transaction, an {@link AurpayException} if Aurpay rejects a request or cannot be reached, and a {@link SettlementException} if
 * the database cannot be used.
 */
public interface Payments {
    /**
     * Opens a payment, or returns the one that is open for the same reference, price and currency. The payment is stored
     * before Aurpay is asked, and its order id before this method returns. If the server dies in between, nobody knows
     * where to pay, so no payment is lost.
     *
     * <p>The same payment is returned while it can still be paid, and after it is paid, at once or in part. Of several calls at
     * the same time, on any servers, one opens the payment, and the others wait for it.
     *
     * @param reference the merchant's own name of the payment, as in {@link CallbackUrls#forPayment}
     * @param request without callbacks: this method adds them
     * @throws PaymentConflictException if the open payment has another price or currency
     */
    Payment open(String reference, PaymentRequest request);

    /**
     * Opens a payment URL, in the same way. Aurpay does not say to which payment URL an order belongs, so the order
     * cannot be looked up: the success of such a payment is reported by a callback only.
     *
     * @param request without callbacks: this method adds them, and asks for POST
     * @throws PaymentConflictException if the open payment has another price or currency
     */
    PaymentUrl open(String reference, PaymentUrlRequest request);

    /**
     * Opens a payment even if one is open for the reference. The customer could pay both.
     *
     * @param request without callbacks: this method adds them
     */
    Payment openAnother(String reference, PaymentRequest request);

    /**
     * Opens a payment URL even if a payment is open for the reference. The customer could pay both.
     *
     * @param request without callbacks: this method adds them, and asks for POST
     */
    PaymentUrl openAnother(String reference, PaymentUrlRequest request);

    /**
     * Looks up payments that are due, and fires the events that no callback has fired. Several servers may call this at
     * the same time. A payment is looked up at the times of {@code aurpay.payments.looks} until its order is paid,
     * refunded, terminated or has failed.
     *
     * @param atMost how many payments to look up, greater than 0
     */
    SweepReport sweep(int atMost);
}
