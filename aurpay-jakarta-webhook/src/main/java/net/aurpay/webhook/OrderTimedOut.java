package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;

/**
 * An order was not paid in time. {@link OrderSucceeded} of the same payment may still follow; this event never follows
 * that one, as far as the inbox remembers it: in memory until a restart, and only for URLs that {@link CallbackUrls} has
 * made. If a reference has two payments, this event of one may follow {@link OrderSucceeded} of the other.
 */
public record OrderTimedOut(
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters,
        Instant date,
        Optional<Order> unverifiedOrder,
        Optional<Order> order)
        implements OrderEvent {}
