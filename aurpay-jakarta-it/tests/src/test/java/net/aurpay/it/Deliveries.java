package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.aurpay.it.sandbox.CallbackAttempt;

/**
 * Orders whose callbacks are delivered several times each, and retried until the response is 200.
 *
 * @param copies how often the sandbox sends each callback at a time
 * @param orders order ids by reference
 */
record Deliveries(ShopProbe shop, int copies, Map<String, String> orders) {
    /** Creates the orders, some with callbacks by GET, and some by POST. */
    static Deliveries create(ShopProbe shop, String name, int count, Random random) {
        List<Boolean> posts =
                IntStream.range(0, count).mapToObj(i -> random.nextBoolean()).toList();
        return new Deliveries(
                shop,
                shop.sandbox().callbackPlan().copies(),
                IntStream.range(0, count)
                        .parallel()
                        .boxed()
                        .collect(
                                Collectors.toMap(i -> name + "-" + i, i -> shop.create(name + "-" + i, posts.get(i)))));
    }

    void pay() {
        orders.values().forEach(shop.sandbox()::pay);
    }

    /** Returns the attempts of these orders' callbacks only. */
    List<CallbackAttempt> attempts() {
        Set<String> wanted = Set.copyOf(orders.values());
        return shop.sandbox().callbacks().attempts().stream()
                .filter(attempt -> wanted.contains(attempt.orderId()))
                .toList();
    }

    long deliveries() {
        return (long) orders.size() * copies;
    }

    long responses200() {
        return attempts().stream().filter(attempt -> attempt.status() == 200).count();
    }

    void awaitStatus200(long count) throws InterruptedException {
        Duration patience =
                orders.size() < 100 ? ShopProbe.PATIENCE : ShopProbe.PATIENCE.plusMillis(500L * orders.size());
        ShopProbe.await(count + " times 200", patience, () -> responses200() >= count);
    }

    void awaitAll() throws InterruptedException {
        awaitStatus200(deliveries());
    }

    void requireEachOnce() {
        Map<String, Long> rows = new TreeMap<>();
        for (String reference :
                shop.postgres().column("select reference from shop_order where event = 'OrderSucceeded'")) {
            rows.merge(reference, 1L, Long::sum);
        }
        assertThat(orders.keySet().stream().filter(reference -> !rows.containsKey(reference)))
                .as("orders without an effect")
                .isEmpty();
        assertThat(orders.keySet().stream().filter(reference -> rows.get(reference) != 2))
                .as("orders that the two observers did not see once each")
                .isEmpty();
    }

    /** Counts the attempts by the status of their response; 0 for a connection that was refused or broke off. */
    Map<Integer, Long> statuses() {
        return attempts().stream()
                .collect(Collectors.groupingBy(CallbackAttempt::status, TreeMap::new, Collectors.counting()));
    }

    /** Counts the attempts without a response. Only the inbox knows whether their callbacks were processed. */
    long lost() {
        return attempts().stream()
                .filter(attempt -> attempt.status() == 0 && !attempt.error().equals("ConnectException"))
                .count();
    }
}
