package net.aurpay.webhook;

import java.util.Optional;
import net.aurpay.client.RefundInfo;

/**
 * What became of a refund that Aurpay has accepted.
 *
 * @param refunded whether the order is refunded, so that {@link OrderRefunded} was fired. If not, {@link Payments#sweep} looks
 *     the order up and fires the event later
 * @param info what the refund gives back; empty if the response was lost and the order was found to be refunded
 */
public record RefundResult(boolean refunded, Optional<RefundInfo> info) {}
