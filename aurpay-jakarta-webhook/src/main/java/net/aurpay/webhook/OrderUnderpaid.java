package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.client.Transaction;

/**
 * Less was paid for an order than its amount, according to Aurpay ({@code PARTIAL}).
 *
 * <p>{@link OrderSucceeded} of the same payment may still follow: a person can accept the payment in Aurpay's dashboard,
 * or request the remaining amount, days later. This event never follows the success of the same payment. It is fired
 * only if the order was looked up: by {@link Settlement}, or with {@code aurpay.webhook.confirm}.
 *
 * @param date when the order was looked up, or the signed date of the callback
 * @param order the order as the API returned it just now; always present
 * @param transaction the transaction of unknown type that must be the payment, because it is the only one in this
 *     currency since the order was created; empty if there are several or none
 */
public record OrderUnderpaid(
        Optional<String> account,
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters,
        Instant date,
        Optional<Order> unverifiedOrder,
        Optional<Order> order,
        Optional<Transaction> transaction)
        implements OrderEvent {}
