package net.aurpay.webhook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;

/**
 * An authentic callback, fired as a CDI event. Immutable.
 *
 * <p>Synchronous observers run inside the transaction that also notes the callback as processed: if one throws, all is
 * rolled back and Aurpay tries again. To refuse, throw: where an observer only marks the transaction for rollback, Weld
 * runs those {@code AFTER_SUCCESS} at once, although nothing will be committed. {@code @ObservesAsync} observers get it after the commit, at most once.
 */
public sealed interface OrderEvent permits OrderSucceeded, OrderTimedOut {
    /** The merchant's own name of the payment, given to {@link CallbackUrls}; empty for URLs made elsewhere. */
    String reference();

    /** 32 hex digits that name one payment; empty for URLs made elsewhere. */
    Optional<String> paymentId();

    /**
     * The URL's decoded query parameters, in its order; signed, hence as the merchant registered them, unless {@code
     * aurpay.webhook.require} does without the signature.
     */
    Map<String, List<String>> parameters();

    /** When Aurpay sent the callback, according to its signature; when it arrived, if it has none. */
    Instant date();

    /**
     * The order out of the body of a POST callback. <strong>Not signed</strong>: whoever saw one callback can send any
     * body with it. Good for a log, never for a decision. Empty for a GET, and for a body that makes no sense.
     */
    Optional<Order> unverifiedOrder();

    /** The order as Aurpay tells it, looked up just now; empty unless {@code aurpay.webhook.confirm} is on. */
    Optional<Order> order();

    /**
     * Whether this much was ordered and is paid, according to {@link #order()}; so never without confirmation.
     *
     * @param price as it was ordered, in any scale
     * @param currency that the price is in, such as {@code USD}
     */
    default boolean covers(BigDecimal price, String currency) {
        return order().filter(order -> order.status() != null && order.status().isPaid())
                .filter(order -> currency.equals(order.vsCurrency()))
                .map(Order::vsPrice)
                .filter(ordered -> ordered.compareTo(price) == 0)
                .isPresent();
    }
}
