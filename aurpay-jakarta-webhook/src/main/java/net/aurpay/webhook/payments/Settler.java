package net.aurpay.webhook.payments;

import net.aurpay.client.Callbacks;
import net.aurpay.client.Order;
import net.aurpay.webhook.SettlementResult;

/** Fires the event of an order that was looked up. */
public interface Settler {
    /**
     * Fires the event, unless it was fired before.
     *
     * @throws net.aurpay.webhook.SettlementException if the event was not committed
     */
    SettlementResult settle(Callbacks callbacks, Order order);
}
