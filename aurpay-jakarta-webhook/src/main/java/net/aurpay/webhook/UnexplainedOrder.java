package net.aurpay.webhook;

import java.util.List;
import net.aurpay.client.Order;

/**
 * An order that Aurpay shows as paid although no {@link OrderSucceeded} was fired for it.
 *
 * @param order as Aurpay lists it
 * @param candidates the open payments that the order may belong to, the latest first: payment URLs with the order's price and
 *     currency that were opened in the 30 days before the order, and a payment that was given up although it is known to be
 *     of this order. If two customers have paid the same price, each of their orders has both payments as candidates
 */
public record UnexplainedOrder(Order order, List<PaymentCandidate> candidates) {
    public UnexplainedOrder {
        candidates = List.copyOf(candidates);
    }
}
