package net.aurpay.webhook.payments;

import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.RefundInfo;

/** What the payments ask Aurpay to create or to refund. Each call is sent once, and throws an {@code AurpayException} if it fails. */
public interface PaymentClient {
    Payment createPayment(PaymentRequest request);

    PaymentUrl createPaymentUrl(PaymentUrlRequest request);

    RefundInfo refund(String orderId);
}
