package net.aurpay.it.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
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

    /** The customer pays to the account of the seller. */
    URI pay(Purchase purchase) {
        String reference = purchase.reference();
        URI page =
                UriBuilder.fromUri(shop).queryParam("purchase", "{reference}").build(reference);
        CashierLinks ofSeller =
                purchase.seller().account().map(links::forAccount).orElse(links);
        return ofSeller.link(
                reference,
                PaymentUrlRequest.of(purchase.price(), "USD")
                        .withSucceedUrl(page)
                        .withTimeoutUrl(page));
    }

    void underpaid(@Observes OrderUnderpaid event) {
        purchases.underpaid(event.reference(), Shortfall.of(event));
    }
}
