package net.aurpay.webhook.endpoint;

import java.util.Optional;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.webhook.cashier.CashierPayments;
import net.aurpay.webhook.payments.CurrentPayment;
import net.aurpay.webhook.payments.TablePayments;

/** Opens the cashier's payments as the application opens its own. */
record OpenedByCashier(TablePayments payments) implements CashierPayments {
    @Override
    public Optional<CurrentPayment> current(String reference) {
        return payments.current(reference);
    }

    @Override
    public Payment open(String reference, PaymentRequest request) {
        return payments.open(reference, request);
    }

    @Override
    public Payment openInsteadOf(String paymentId, String reference, PaymentRequest request) {
        return payments.openInsteadOf(paymentId, reference, request);
    }
}
