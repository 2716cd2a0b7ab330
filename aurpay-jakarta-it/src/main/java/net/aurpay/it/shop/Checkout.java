package net.aurpay.it.shop;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import net.aurpay.client.OrderClient;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Has a purchase paid through Aurpay, and hears what became of it. */
@Stateless
public class Checkout {
    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    CallbackUrls callbacks;

    @Inject
    Purchases purchases;

    /** Where customers find the shop, with a slash at the end. */
    @Inject
    @ConfigProperty(name = "shop.url")
    URI shop;

    /** Where the customer pays. */
    public URI pay(String reference, BigDecimal price) {
        URI back = shop.resolve("?purchase=" + reference);
        PaymentUrlRequest request = PaymentUrlRequest.of(price, "USD")
                .withCallbacks(callbacks.forPayment(reference))
                .withSucceedUrl(back)
                .withTimeoutUrl(back);
        return Objects.requireNonNull(orders.createPaymentUrl(request).payUrl(), "pay_url");
    }

    /** Fired once for a payment. */
    public void paid(@Observes OrderSucceeded event) {
        purchases.paid(event.reference());
    }

    /** Fired once for a payment, and never after it was paid. */
    public void expired(@Observes OrderTimedOut event) {
        purchases.expired(event.reference());
    }
}
