package net.aurpay.it.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.OrderSucceeded;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Instantiated by the container. Gives money back. A refund names an order, and what a callback's body says is not
 * signed: only where {@code aurpay.webhook.confirm} is on has the shop an order's id to rely on. Thread-safe.
 */
@ApplicationScoped
public class Refunds {
    private static final Logger LOG = System.getLogger(Refunds.class.getName());
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    Purchases purchases;

    private final AtomicLong lastLook = new AtomicLong(System.nanoTime() - PAUSE);

    void paid(@Observes OrderSucceeded event) {
        event.order().map(Order::orderId).ifPresent(id -> purchases.orderedAs(event.reference(), id));
    }

    /** Asks once: after a lost answer nobody knows, until {@link #look} has seen it. */
    void refund(String reference) {
        purchases.refunding(reference).ifPresent(orderId -> {
            try {
                orders.refund(orderId);
                purchases.refunded(reference);
            } catch (AurpayException e) {
                if (!e.outcomeUnknown()) {
                    purchases.notRefunded(reference);
                }
                throw e;
            }
        });
    }

    /** Whether it was refunded meanwhile, here or in the dashboard, of which Aurpay sends no callback. */
    void look(String reference) {
        purchases
                .find(reference)
                .filter(purchase -> purchase.isRefundable() || purchase.state() == Purchase.State.REFUNDING)
                .map(Purchase::orderId)
                .filter(orderId -> isTimeToLook())
                .ifPresent(orderId -> look(reference, orderId));
    }

    /** However many pages are open, Aurpay is asked once a second. */
    private boolean isTimeToLook() {
        long last = lastLook.get();
        long now = System.nanoTime();
        return now - last >= PAUSE && lastLook.compareAndSet(last, now);
    }

    private void look(String reference, String orderId) {
        try {
            if (OrderStatus.REFUNDED.equals(orders.order(orderId).status())) {
                purchases.refunded(reference);
            }
        } catch (AurpayException e) {
            LOG.log(Level.DEBUG, "no look at an order", e);
        }
    }
}
