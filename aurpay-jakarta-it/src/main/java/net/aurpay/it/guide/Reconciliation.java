package net.aurpay.it.guide;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderStatus;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks for the orders of which no callback has come. */
@Singleton
public class Reconciliation {
    private static final Set<OrderStatus> PAID = Set.of(OrderStatus.SUCCESS, OrderStatus.RESOLVED);
    private static final Set<OrderStatus> OVER = Set.of(OrderStatus.OVERDUE, OrderStatus.TERMINATED);

    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    OpenPayments payments;

    /** An order lives for 30 minutes; the callback should have come since. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void settle() {
        settle(Instant.now().minus(Duration.ofMinutes(35)));
    }

    public void settle(Instant before) {
        try {
            payments.createdBefore(before).forEach((reference, orderId) -> {
                OrderStatus status = orders.order(orderId).status();
                if (PAID.contains(status)) {
                    payments.paid(reference);
                } else if (OVER.contains(status)) {
                    payments.expired(reference);
                }
                // PENDING, PARTIAL: not yet; anything else: have somebody look
            });
        } catch (AurpayUnavailableException e) {
            // the next run asks again
        }
    }
}
