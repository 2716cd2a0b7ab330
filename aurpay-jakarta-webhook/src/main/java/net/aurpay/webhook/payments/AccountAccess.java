package net.aurpay.webhook.payments;

import java.util.function.Function;
import net.aurpay.client.Callbacks;

/**
 * What the payments of one account need.
 *
 * @param name empty for the unnamed account
 * @param orders looks up orders with the account's credentials
 * @param client creates and refunds payments with the account's credentials
 * @param settler fires the events of the account
 * @param callbacks makes the callbacks of a new payment from its reference
 */
public record AccountAccess(
        String name,
        AurpayOrders orders,
        PaymentClient client,
        Settler settler,
        Function<String, Callbacks> callbacks) {
    /** Returns a prefix for a line of the log; empty for the unnamed account. */
    String inLog() {
        return name.isEmpty() ? "" : "account <" + name + ">: ";
    }
}
