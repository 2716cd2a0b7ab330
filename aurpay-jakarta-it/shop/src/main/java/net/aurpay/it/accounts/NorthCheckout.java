package net.aurpay.it.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.OrderClient;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.it.guide.Mailer;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.OrderSucceeded;

/** Takes payments for the merchant north, whose account the configuration lists. */
@ApplicationScoped
public class NorthCheckout {
    @Inject
    @AurpayAccount("north")
    OrderClient orders;

    @Inject
    @AurpayAccount("north")
    CallbackUrls callbacks;

    @Inject
    Mailer mailer;

    public URI pay(String reference, BigDecimal price) {
        return orders.createPaymentUrl(
                        PaymentUrlRequest.of(price, "USD").withCallbacks(callbacks.forPayment(reference)))
                .payUrl();
    }

    /** Is called for the payments of north only. */
    public void paid(@Observes(during = TransactionPhase.AFTER_SUCCESS) @AurpayAccount("north") OrderSucceeded event) {
        mailer.send("north has sold " + event.reference());
    }
}
