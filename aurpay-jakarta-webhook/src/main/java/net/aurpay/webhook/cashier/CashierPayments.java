package net.aurpay.webhook.cashier;

import java.util.Optional;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.webhook.payments.CurrentPayment;

/** The payments of the cashier, as {@link net.aurpay.webhook.Payments} opens them. */
public interface CashierPayments {
    Optional<CurrentPayment> current(String reference);

    Payment open(String reference, PaymentRequest request);

    /** Opens a payment in place of this one, if it is still the one that is open, and unpaid; otherwise, opens it as usual. */
    Payment openInsteadOf(String paymentId, String reference, PaymentRequest request);
}
