package net.aurpay.it.paymentpage;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;

/** Finds underpaid orders: Aurpay does not call when only a part of the amount arrives. */
@Singleton
public class Underpayments {
    private static final System.Logger LOG = System.getLogger(Underpayments.class.getName());

    @Inject
    Checkout checkout;

    @Inject
    Sales sales;

    @Schedule(hour = "*", minute = "*", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void look() {
        try {
            for (String orderId : checkout.underpaid()) {
                if (sales.underpaid(orderId)) {
                    Order order = checkout.order(orderId);
                    Optional<BigDecimal> received = checkout.received(order);
                    if (received.isPresent()) {
                        sales.lacks(orderId, received.get(), order.amount().subtract(received.get()));
                    }
                }
            }
        } catch (AurpayException | SQLException e) {
            LOG.log(Level.WARNING, "cannot look for underpaid orders; the next run tries again", e);
        }
    }
}
