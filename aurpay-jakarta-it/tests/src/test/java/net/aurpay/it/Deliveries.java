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
 * Orders whose callbacks are sent several times each, and repeated until the answer is 200.
 *
 * @param copies of each callback, as the sandbox's plan has it
 * @param orders the order ids by their references
 */
record Deliveries(ShopProbe shop, int copies, Map<String, String> orders) {
    /** Registers them, some for GET and some for POST. */
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

    /** Of these orders alone. */
    List<CallbackAttempt> attempts() {
        Set<String> wanted = Set.copyOf(orders.values());
        return shop.sandbox().callbacks().attempts().stream()
                .filter(attempt -> wanted.contains(attempt.orderId()))
                .toList();
    }

    long deliveries() {
        return (long) orders.size() * copies;
    }

    long answered200() {
        return attempts().stream().filter(attempt -> attempt.status() == 200).count();
    }

    void awaitAnswered200(long count) throws InterruptedException {
        Duration patience =
                orders.size() < 100 ? ShopProbe.PATIENCE : ShopProbe.PATIENCE.plusMillis(500L * orders.size());
        ShopProbe.await(count + " times 200", patience, () -> answered200() >= count);
    }

    void awaitAll() throws InterruptedException {
        awaitAnswered200(deliveries());
    }

    void requireEachOnce() {
        Map<String, Long> rows = new TreeMap<>();
        for (String reference :
                shop.postgres().column("select reference from shop_order where event = 'OrderSucceeded'")) {
            rows.merge(reference, 1L, Long::sum);
        }
        assertThat(orders.keySet().stream().filter(reference -> !rows.containsKey(reference)))
                .as("missing")
                .isEmpty();
        assertThat(orders.keySet().stream().filter(reference -> rows.get(reference) != 2))
                .as("not once by each of the two observers")
                .isEmpty();
    }

    /** How often each was answered; 0 for a connection that was refused or broken. */
    Map<Integer, Long> statuses() {
        return attempts().stream()
                .collect(Collectors.groupingBy(CallbackAttempt::status, TreeMap::new, Collectors.counting()));
    }

    /** Sent, and never answered: whether they were processed, only the inbox knows. */
    long lost() {
        return attempts().stream()
                .filter(attempt -> attempt.status() == 0 && !attempt.error().equals("ConnectException"))
                .count();
    }
}
