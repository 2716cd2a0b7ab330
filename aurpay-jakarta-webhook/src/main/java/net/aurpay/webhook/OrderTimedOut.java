package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;

/**
 * An order was not paid in time. It may come before {@link OrderSucceeded} of the same payment, and never after, as far as
 * the inbox remembers it: in memory until a restart, and only for URLs that {@link CallbackUrls} has made.
 */
public record OrderTimedOut(
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters,
        Instant date,
        Optional<Order> unverifiedOrder,
        Optional<Order> order)
        implements OrderEvent {}
