package net.aurpay.webhook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.Order;

/**
 * What became of an order, fired as a CDI event: an authentic callback has reported it, or {@link Settlement} has looked the
 * order up. Immutable.
 *
 * <p>Observers get the events of all accounts. An observer with {@link AurpayAccount} gets those of one account that the
 * configuration lists.
 *
 * <p>Synchronous observers run inside the transaction that also records the callback as processed. If an observer
 * throws, the whole transaction is rolled back; then Aurpay sends the callback again, and a look-up fails. To reject an event, throw an
 * exception. Do not merely mark the transaction for rollback: Weld then runs {@code AFTER_SUCCESS} observers
 * immediately, although nothing is committed afterwards. {@code @ObservesAsync} observers get the event after the commit, at most once.
 */
public sealed interface OrderEvent permits OrderSucceeded, OrderTimedOut, OrderUnderpaid, OrderRefunded {
    /**
     * The name of the account that was paid; empty for the unnamed account. The callback was verified with the secrets of this
     * account only, or the order was looked up with its credentials. If several accounts are served, use the reference and the
     * payment id together with this name: two accounts may have equal ones.
     */
    Optional<String> account();

    /**
     * The merchant's own name of the payment, as passed to {@link CallbackUrls}; empty if the URL was made elsewhere.
     */
    String reference();

    /** 32 hex digits that name one payment; empty if the URL was made elsewhere. */
    Optional<String> paymentId();

    /**
     * The decoded query parameters, in the order of the URL. They are signed, and therefore as the merchant registered
     * them, unless {@code aurpay.webhook.require} does not list the signature.
     */
    Map<String, List<String>> parameters();

    /**
     * The signed date of the callback; its time of arrival if it has no signature. If there was no callback, the time at
     * which the order was looked up.
     */
    Instant date();

    /**
     * The order in the body of a POST callback. <strong>Not signed</strong>: anyone who has seen one callback can send
     * any body with it. Use it for logs, never for a decision. Empty for a GET, for a body that is not a valid order,
     * and if there was no callback.
     */
    Optional<Order> unverifiedOrder();

    /**
     * The order as the API returned it just now; empty for a callback unless {@code aurpay.webhook.confirm} is on.
     */
    Optional<Order> order();

    /**
     * Returns whether exactly this price was ordered and is paid, according to {@link #order()}. Always false without
     * confirmation.
     *
     * @param price as it was ordered, in any scale
     * @param currency of the price, such as {@code USD}
     */
    default boolean covers(BigDecimal price, String currency) {
        return order().filter(order -> order.status() != null && order.status().isPaid())
                .filter(order -> currency.equals(order.priceCurrency()))
                .map(Order::price)
                .filter(ordered -> ordered.compareTo(price) == 0)
                .isPresent();
    }
}
