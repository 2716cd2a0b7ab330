package net.aurpay.webhook.payments;

import net.aurpay.client.Order;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.Page;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;

/** What the payments ask Aurpay. Each call sends one request, and throws an {@code AurpayException} if it fails. */
public interface AurpayOrders {
    Order order(String orderId);

    Page<Order> orders(OrderQuery query);

    Page<Transaction> transactions(TransactionQuery query);
}
