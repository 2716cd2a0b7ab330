package net.aurpay.it.shop;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import net.aurpay.webhook.OrderEvent;

/**
 * Lets no seller report a payment for a purchase of another seller: a seller who knows the reference can create an order with
 * any callback URL of the seller's own account. Runs before the observers that change the purchase.
 */
@ApplicationScoped
public class SellerCheck {
    @Inject
    Purchases purchases;

    void check(@Observes @Priority(1) OrderEvent event) {
        purchases.requirePaidTo(event.account(), event.reference());
    }
}
