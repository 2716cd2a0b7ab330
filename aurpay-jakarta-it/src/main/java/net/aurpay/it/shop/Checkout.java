package net.aurpay.it.shop;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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
 * Instantiated by the container. Has a purchase paid through Aurpay, and hears what became of it. The README shows this
 * class, so it is written as in most applications: without null annotations.
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

    public URI pay(String reference, BigDecimal price) {
        return orders.createPaymentUrl(PaymentUrlRequest.of(price, "USD")
                        .withCallbacks(callbacks.forPayment(reference))
                        .withSucceedUrl(shop.resolve("?purchase=" + reference))
                        .withTimeoutUrl(shop.resolve("?purchase=" + reference)))
                .payUrl();
    }

    public void paid(@Observes OrderSucceeded event) {
        purchases.paid(event.reference());
    }

    public void expired(@Observes OrderTimedOut event) {
        purchases.expired(event.reference());
    }
}
