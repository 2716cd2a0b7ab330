package net.aurpay.it.shop;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.OrderClient;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.NullUnmarked;

/**
 * Asks Aurpay for the payment of a purchase, and observes the outcome. The guides show this class and the README a part of it,
 * so it has no null annotations, like most applications. The demo uses only its observers: there, {@link CashierCheckout} says where to pay.
 */
@NullUnmarked
@Stateless
public class Checkout {
    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    CallbackUrls callbacks;

    @Inject
    Purchases purchases;

    @Inject
    @ConfigProperty(name = "shop.url")
    URI shop;

    // Commit the purchase before this call, because the callback may come at once. That is why the attribute is NEVER.
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public URI pay(String reference, BigDecimal price) {
        URI page =
                UriBuilder.fromUri(shop).queryParam("purchase", "{reference}").build(reference);
        PaymentUrlRequest request = PaymentUrlRequest.of(price, "USD")
                .withSucceedUrl(page)
                .withTimeoutUrl(page)
                .withCallbacks(callbacks.forPayment(reference));
        return orders.createPaymentUrl(request).payUrl();
    }

    public void paid(@Observes OrderSucceeded event) {
        purchases.paid(event.reference()); // throws if there is no such purchase, so that Aurpay calls again
    }

    public void expired(@Observes OrderTimedOut event) {
        purchases.expired(event.reference()); // only if it is still open: another payment URL may have been paid
    }
}
