package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;

/**
 * The payment of an order was given back, according to Aurpay ({@code REFUNDED}). Aurpay sends no callback for this, so
 * the event is fired only by {@link Settlement}.
 *
 * @param date when the order was looked up
 * @param unverifiedOrder always empty
 * @param order the order as the API returned it just now; always present
 */
public record OrderRefunded(
        Optional<String> account,
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters,
        Instant date,
        Optional<Order> unverifiedOrder,
        Optional<Order> order)
        implements OrderEvent {}
