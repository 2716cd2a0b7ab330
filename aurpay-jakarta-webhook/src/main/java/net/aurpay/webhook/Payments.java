package net.aurpay.webhook;

import java.time.Instant;
import net.aurpay.client.Accounts;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;

/**
 * Opens payments, remembers them in a table until they are paid or given up, and looks them up if no callback comes.
 * {@code @Inject} it; with {@link AurpayAccount}, for an account that the configuration lists. Thread-safe.
 *
 * <p>The payments of an account are its own: an order, a reference or a payment id of another account is not found. Only {@link
 * #sweep} of the unnamed account looks up the payments of all accounts, each with its account's credentials.
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
     * <p>The same payment is returned while it can still be paid, and after it is paid, at once or in part. When its time is over,
     * its order is looked up first: perhaps it was paid, and no callback came. Of several calls at the same time, on any
     * servers, one opens the payment, and the others wait for it.
     *
     * @param reference the merchant's own name of the payment, as in {@link CallbackUrls#forPayment}
     * @param request without callbacks: this method adds them
     * @throws PaymentConflictException if the open payment has another price or currency
     * @throws net.aurpay.client.AurpayException if Aurpay rejects the payment, if the response is lost or has no order id, or
     *     if an earlier payment cannot be looked up; nobody was shown where to pay
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
     * the same time. The unnamed account sweeps the payments of all accounts, a named account its own. A payment is looked
     * up at the times of {@code aurpay.payments.looks} until its order is paid, refunded, terminated or has failed.
     *
     * @param atMost how many payments to look up, greater than 0
     */
    SweepReport sweep(int atMost);

    /**
     * Refunds an order, once. The refund is stored before it is sent. If another refund of the order was stored before, on any
     * server, nothing is sent.
     *
     * <p>If Aurpay's response is lost, this method looks the order up at once; if the order is not refunded yet, it throws the
     * {@link AurpayException}, with {@code outcomeUnknown()}. A {@link #sweep} then looks the order up after a few minutes, and
     * at the times of {@code aurpay.payments.looks} since the refund, until the order is refunded. The same happens if Aurpay
     * accepts the refund and carries it out later. {@link OrderRefunded} is fired once in any case. If Aurpay rejects the refund,
     * the refund is forgotten and can be tried again.
     *
     * @param orderId of a payment that was opened by this interface. The order of a payment URL is known after a callback has
     *     named it, or after {@link #adopt}
     * @throws RefundConflictException if the order is refunded, or a refund was requested before
     * @throws IllegalArgumentException if the order belongs to no payment, or to several payment URLs
     */
    RefundResult refund(String orderId);

    /**
     * Finds the orders that Aurpay shows as paid although no success was fired for them, such as those of payment URLs whose
     * callbacks were lost. It fires nothing, because Aurpay does not say to which payment URL an order belongs: decide on one of
     * the candidates, and {@link #adopt} the order.
     *
     * <p>An order is explained by a payment in the table that is paid or still looked up, or by a callback that was processed
     * and confirmed. The unexplained orders are counted in the log and, if the server has OpenTelemetry, by the gauge {@code
     * aurpay.payments.unexplained}.
     *
     * @param from when the orders were created at the earliest
     * @param to the orders were created before this time. Leave out the last hour: its callbacks may be on their way
     */
    AuditReport audit(Instant from, Instant to);

    /**
     * Fires {@link OrderSucceeded} for a payment of which a person knows that it was paid by this order, once. The order is
     * looked up, and must be paid and have the payment's price and currency.
     *
     * @param orderId as {@link #audit} reports it
     * @param paymentId of one of its candidates
     * @return {@link SettlementResult#PAID} if the event was fired, {@link SettlementResult#ALREADY_PROCESSED} if it was fired
     *     before, {@link SettlementResult#NOT_OURS} if the order has paid for another payment
     * @throws IllegalArgumentException if order and payment do not fit
     */
    SettlementResult adopt(String orderId, String paymentId);

    /**
     * Returns the payments of an account, in the same table.
     *
     * @param name of the account; the configuration takes precedence over {@link Accounts}
     * @throws IllegalArgumentException if there is no account of this name
     * @throws AurpayException if {@link Accounts} has failed
     */
    Payments forAccount(String name);
}
