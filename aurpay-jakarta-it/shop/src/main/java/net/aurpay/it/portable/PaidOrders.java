package net.aurpay.it.portable;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import net.aurpay.webhook.OrderSucceeded;

/** Stores paid orders with JPA, in the transaction of the callback. */
@ApplicationScoped
public class PaidOrders {
    @PersistenceContext(unitName = "shop")
    EntityManager entities;

    public void paid(@Observes @Priority(1000) OrderSucceeded event) {
        entities.persist(new PaidOrder(event.paymentId().orElseThrow(), event.reference()));
    }
}
