package net.aurpay.it.shop;

import java.math.BigDecimal;
import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.OrderUnderpaid;

/**
 * What has arrived for an underpaid purchase, and what is missing.
 *
 * @param received above zero
 * @param missing above zero
 * @param currency in which the customer pays, such as {@code USDT-TRC20}
 */
record Shortfall(BigDecimal received, BigDecimal missing, String currency) {
    /** Empty if Aurpay does not say how much has arrived: then several transactions might be the payment, or none. */
    static Optional<Shortfall> of(OrderUnderpaid event) {
        return event.order().flatMap(order -> event.transaction().flatMap(payment -> of(order, payment)));
    }

    private static Optional<Shortfall> of(Order order, Transaction payment) {
        BigDecimal received = payment.amount();
        if (order.amount() == null || order.currency() == null || received == null) {
            return Optional.empty();
        }
        BigDecimal missing = order.amount().subtract(received);
        return received.signum() > 0 && missing.signum() > 0
                ? Optional.of(new Shortfall(received, missing, order.currency()))
                : Optional.empty();
    }
}
