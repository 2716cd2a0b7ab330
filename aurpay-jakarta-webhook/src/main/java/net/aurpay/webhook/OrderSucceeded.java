package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;

/**
 * An order was paid.
 *
 * <p>The event may be fired before {@code createPayment} has returned. Therefore store the purchase first, and let the
 * observer throw if it does not know the reference. If no bean observes this event, the callback is answered with 500,
 * and Aurpay sends it again.
 */
public record OrderSucceeded(
        Optional<String> account,
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters,
        Instant date,
        Optional<Order> unverifiedOrder,
        Optional<Order> order)
        implements OrderEvent {}
