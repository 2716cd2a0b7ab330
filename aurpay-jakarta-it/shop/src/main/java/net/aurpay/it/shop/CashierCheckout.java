package net.aurpay.it.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CashierLinks;
import net.aurpay.webhook.OrderUnderpaid;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends customers to the cashier of this application instead of a payment URL. Such a payment has an order id, so the sweep
 * finds it when it is underpaid, or when its callback is lost.
 */
@ApplicationScoped
public class CashierCheckout {
    @Inject
    CashierLinks links;

    @Inject
    Purchases purchases;

    @Inject
    @ConfigProperty(name = "shop.url")
    URI shop;

    URI pay(String reference, BigDecimal price) {
        URI page =
                UriBuilder.fromUri(shop).queryParam("purchase", "{reference}").build(reference);
        return links.link(
                reference,
                PaymentUrlRequest.of(price, "USD").withSucceedUrl(page).withTimeoutUrl(page));
    }

    void underpaid(@Observes OrderUnderpaid event) {
        purchases.underpaid(event.reference());
    }
}
