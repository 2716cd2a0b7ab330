package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;

/**
 * An order was not paid in time.
 *
 * <p>{@link OrderSucceeded} of the same payment may still follow. This event never follows the success of the same
 * payment, as far as the inbox remembers it: only until a restart if the inbox is in memory, and only for URLs that
 * {@link CallbackUrls} has made. If a reference has two payments, this event of one payment may follow {@link
 * OrderSucceeded} of the other.
 */
public record OrderTimedOut(
        Optional<String> account,
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters,
        Instant date,
        Optional<Order> unverifiedOrder,
        Optional<Order> order)
        implements OrderEvent {}
