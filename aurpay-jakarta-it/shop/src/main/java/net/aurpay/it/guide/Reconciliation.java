package net.aurpay.it.guide;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderStatus;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Looks up the orders for which no callback has come. */
@Singleton
public class Reconciliation {
    private static final System.Logger LOG = System.getLogger(Reconciliation.class.getName());
    private static final List<OrderStatus> PAID = List.of(OrderStatus.SUCCESS, OrderStatus.RESOLVED);
    private static final List<OrderStatus> OVER = List.of(OrderStatus.OVERDUE, OrderStatus.TERMINATED);

    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    OpenPayments payments;

    /** An order expires after 30 minutes; five minutes later, its callback should have come. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void settle() {
        settle(Instant.now().minus(Duration.ofMinutes(35)));
    }

    public void settle(Instant before) {
        for (Map.Entry<String, String> open : payments.createdBefore(before).entrySet()) {
            try {
                settle(open.getKey(), orders.order(open.getValue()));
            } catch (AurpayUnavailableException e) {
                // Aurpay is unavailable for all orders: the next run tries again
                return;
            } catch (AurpayException e) {
                // an error with one order must not prevent the others from being settled
                LOG.log(Level.WARNING, "order " + open.getValue() + " is not settled", e);
            }
        }
    }

    private void settle(String reference, Order order) {
        if (PAID.contains(order.status())) {
            payments.paid(reference);
        } else if (OVER.contains(order.status())) {
            payments.expired(reference);
        }
        // PENDING and PARTIAL: ask again later; any other status: somebody has to look at the order
    }
}
