package net.aurpay.it.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import net.aurpay.webhook.OrderSucceeded;

/** Sends paid orders to a queue. The message and the inbox's row are committed together, or neither is. */
@ApplicationScoped
public class OrderForwarder {
    @Resource(lookup = "jms/shop")
    ConnectionFactory connections;

    @Resource(lookup = "jms/orders")
    Queue orders;

    public void paid(@Observes OrderSucceeded event) {
        // inside a transaction, the server ignores the session mode: the message is part of the transaction
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setProperty("paymentId", event.paymentId().orElse(""))
                    .send(orders, event.reference());
        }
    }
}
