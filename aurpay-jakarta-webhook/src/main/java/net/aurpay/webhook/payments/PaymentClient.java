package net.aurpay.webhook.payments;

import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;

/** What the payments ask Aurpay to create. Each call is sent once, and throws an {@code AurpayException} if it fails. */
public interface PaymentClient {
    Payment createPayment(PaymentRequest request);

    PaymentUrl createPaymentUrl(PaymentUrlRequest request);
}
