package net.aurpay.it.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.Page;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Finds the orders that may belong to a payment URL. */
@ApplicationScoped
public class Candidates {
    @Inject
    @RestClient
    OrderClient orders;

    /** Returns all candidates, for a person to choose from: two customers may have bought the same thing. */
    public List<Order> find(Instant urlCreated, BigDecimal price, String currency) {
        OrderQuery day =
                OrderQuery.all().withCreatedFrom(urlCreated).withCreatedBefore(urlCreated.plus(Duration.ofDays(1)));
        return Page.stream(page -> orders.orders(day.withPage(page)))
                .filter(order -> order.price() != null && order.price().compareTo(price) == 0)
                .filter(order -> currency.equals(order.priceCurrency()))
                .toList();
    }
}
