package net.aurpay.it.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.Payments;
import net.aurpay.webhook.RefundConflictException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Refunds purchases. A refund needs an order id, and the body of a callback, which contains one, is not signed. So the shop
 * can refund only with {@code aurpay.webhook.confirm}, which looks the order up. Thread-safe.
 */
@ApplicationScoped
public class Refunds {
    private static final Logger LOG = System.getLogger(Refunds.class.getName());
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    AurpayAccounts accounts;

    @Inject
    Payments payments;

    @Inject
    Purchases purchases;

    private final AtomicLong lastLook = new AtomicLong(System.nanoTime() - PAUSE);

    void paid(@Observes OrderSucceeded event) {
        event.order().map(Order::orderId).ifPresent(id -> purchases.orderedAs(event.reference(), id));
    }

    /** Requests the refund once. If the response is lost, the outcome is unknown until the sweep finds it out. */
    void refund(String reference) {
        Payments ofSeller = purchases
                .find(reference)
                .flatMap(purchase -> purchase.seller().account())
                .map(payments::forAccount)
                .orElse(payments);
        purchases.refunding(reference).ifPresent(orderId -> {
            try {
                ofSeller.refund(orderId);
            } catch (RefundConflictException e) {
                LOG.log(Level.INFO, "a refund was requested before: the sweep finds out what became of it", e);
            } catch (AurpayException e) {
                if (!e.outcomeUnknown()) {
                    purchases.notRefunded(reference);
                }
                throw e;
            }
        });
    }

    void refunded(@Observes OrderRefunded event) {
        purchases.refunded(event.reference());
    }

    /**
     * Finds out whether the purchase was refunded in the dashboard: no callback says so, and the sweep looks up no paid order.
     * A refund that the shop has requested is shown sooner, too: the sweep finds it after a few minutes.
     */
    void look(String reference) {
        purchases
                .find(reference)
                .filter(purchase -> purchase.isRefundable() || purchase.state() == Purchase.State.REFUNDING)
                .filter(purchase -> purchase.orderId() != null && isTimeToLook())
                .ifPresent(this::look);
    }

    /** Allows one look-up per second, however many pages are open. */
    private boolean isTimeToLook() {
        long last = lastLook.get();
        long now = System.nanoTime();
        return now - last >= PAUSE && lastLook.compareAndSet(last, now);
    }

    private void look(Purchase purchase) {
        try {
            OrderClient ofSeller = purchase.seller()
                    .account()
                    .map(name -> accounts.of(name).orders())
                    .orElse(orders);
            if (OrderStatus.REFUNDED.equals(
                    ofSeller.order(String.valueOf(purchase.orderId())).status())) {
                purchases.refunded(purchase.reference());
            }
        } catch (AurpayException e) {
            LOG.log(Level.DEBUG, "cannot look up an order", e);
        }
    }
}
