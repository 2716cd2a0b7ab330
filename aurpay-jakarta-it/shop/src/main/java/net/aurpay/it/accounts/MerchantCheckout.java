package net.aurpay.it.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.Payments;

/** Takes payments for any merchant, by the name of the merchant's account. */
@ApplicationScoped
public class MerchantCheckout {
    @Inject
    AurpayAccounts accounts;

    @Inject
    CallbackUrls callbacks;

    @Inject
    Payments payments;

    /** Sends the customer to Aurpay's page. */
    public URI pay(String merchant, String reference, BigDecimal price) {
        PaymentUrlRequest request = PaymentUrlRequest.of(price, "USD")
                .withCallbacks(callbacks.forAccount(merchant).forPayment(reference));
        return accounts.of(merchant).orders().createPaymentUrl(request).payUrl();
    }

    /** Opens a payment that is looked up if no callback comes. The sale must be committed before this call. */
    public Payment open(String merchant, String reference, BigDecimal price) {
        PaymentRequest request = PaymentRequest.of("TRX", "USDT-TRC20", price, "USD");
        return payments.forAccount(merchant).open(reference, request);
    }
}
