package net.aurpay.webhook.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.aurpay.client.Order;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.Page;

/**
 * Finds many orders in few requests: lists what was created when they were created. How many requests it may send is
 * limited, because the list also contains orders that nobody looks for. Not thread-safe.
 */
final class OrderListing {
    private static final int LARGEST_PAGE = 100;

    /** One page for this many orders is worth a request; fewer are looked up one by one. */
    private static final int ORDERS_PER_REQUEST = 50;

    /** Orders that were created further apart are listed separately. */
    private static final Duration GAP = Duration.ofHours(1);

    /** In which zone Aurpay reads the times of a query is not documented. */
    private static final Duration ANY_ZONE = Duration.ofDays(1);

    private final AurpayOrders orders;
    private final Map<String, Order> found = new HashMap<>();
    private int requests;
    private int left;

    OrderListing(AurpayOrders orders) {
        this.orders = orders;
    }

    /** How many requests were sent. */
    int requests() {
        return requests;
    }

    /**
     * Returns those of the payments' orders that a list contains, by their ids.
     *
     * @param payments each with an order id
     */
    Map<String, Order> find(List<OpenPayment> payments) {
        left = payments.size() / ORDERS_PER_REQUEST;
        for (List<OpenPayment> group : groups(payments)) {
            if (left > 0 && !list(group, Duration.ZERO) && left > 0) {
                list(group, ANY_ZONE);
            }
        }
        return found;
    }

    /** Lists the time in which a group was created. Returns false if the first page has no order of that time: Aurpay reads it in another zone. */
    private boolean list(List<OpenPayment> group, Duration margin) {
        Instant from = created(group.get(0));
        Instant to = created(group.get(group.size() - 1)).plusSeconds(1);
        OrderQuery query = OrderQuery.all()
                .withCreatedFrom(from.minus(margin))
                .withCreatedBefore(to.plus(margin))
                .withSize(LARGEST_PAGE);
        int last = 1;
        for (int number = 1; number <= last && left > 0 && !areFound(group); number++) {
            left--;
            requests++;
            Page<Order> page = orders.orders(query.withPage(number));
            page.items().stream()
                    .filter(order -> order.orderId() != null)
                    .forEach(order -> found.put(order.orderId(), order));
            last = Objects.requireNonNullElse(page.maxPage(), 1);
            if (number == 1
                    && group.stream().noneMatch(payment -> found.containsKey(payment.orderId()))
                    && page.items().stream().noneMatch(order -> isBetween(order, from, to))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the order was created in this time, by its id; whether Aurpay includes the end is not documented. */
    private static boolean isBetween(Order order, Instant from, Instant to) {
        Instant time = OrderTime.of(String.valueOf(order.orderId()), Instant.MIN);
        return !time.isBefore(from) && !time.isAfter(to);
    }

    private boolean areFound(List<OpenPayment> group) {
        return group.stream().allMatch(payment -> found.containsKey(payment.orderId()));
    }

    private static List<List<OpenPayment>> groups(List<OpenPayment> payments) {
        List<OpenPayment> sorted = new ArrayList<>(payments);
        sorted.sort(Comparator.comparing(OrderListing::created));
        List<List<OpenPayment>> groups = new ArrayList<>();
        Instant end = Instant.MIN;
        for (OpenPayment payment : sorted) {
            if (created(payment).isAfter(end)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(payment);
            end = created(payment).plus(GAP);
        }
        return groups;
    }

    private static Instant created(OpenPayment payment) {
        return OrderTime.of(String.valueOf(payment.orderId()), payment.created());
    }
}
