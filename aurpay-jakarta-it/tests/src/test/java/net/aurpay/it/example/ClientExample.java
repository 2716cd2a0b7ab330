package net.aurpay.it.example;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.stream.Stream;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.Page;
import net.aurpay.client.PaymentUrlRequest;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The example in the Javadoc of {@code net.aurpay.client}. */
abstract class ClientExample {
    @Inject
    @RestClient
    OrderClient orders;

    URI pay(BigDecimal price) {
        return orders.createPaymentUrl(PaymentUrlRequest.of(price, "USD")).payUrl();
    }

    void refund(String orderId) {
        try {
            orders.refund(orderId);
        } catch (AurpayException e) {
            if (e.outcomeUnknown()) {
                // The response was lost: look up the order before you call again.
                review(orders.order(orderId));
            }
        }
    }

    Stream<Order> all() {
        return Page.stream(page -> orders.orders(OrderQuery.all().withPage(page)));
    }

    abstract void review(Order order);
}
