package net.aurpay.it.covering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.aurpay.webhook.OrderSucceeded;

/** Ships an order if its price is that of the purchase. */
@ApplicationScoped
public class Shipping {
    static final BigDecimal PRICE = new BigDecimal("18.00");

    private final List<String> shipped = new CopyOnWriteArrayList<>();

    public void ship(@Observes OrderSucceeded event) {
        // covers is false if the event has no order, as without aurpay.webhook.confirm
        if (event.covers(PRICE, "USD")) {
            shipped.add(event.reference() + " " + event.order().orElseThrow().orderId());
        }
    }

    List<String> shipped() {
        return List.copyOf(shipped);
    }
}
