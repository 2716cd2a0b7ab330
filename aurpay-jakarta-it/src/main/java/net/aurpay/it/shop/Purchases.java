package net.aurpay.it.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The shop's purchases. A real shop has a table for them; this one forgets them when it stops. */
@ApplicationScoped
public class Purchases {
    private static final int KEPT = 1000;

    private final Map<String, Purchase> purchases = new LinkedHashMap<>();

    synchronized Purchase add(BigDecimal price) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        Purchase purchase = new Purchase(reference, price, Purchase.State.WAITING, Instant.now());
        purchases.put(reference, purchase);
        if (purchases.size() > KEPT) {
            purchases.remove(purchases.keySet().iterator().next());
        }
        return purchase;
    }

    synchronized Optional<Purchase> find(String reference) {
        return Optional.ofNullable(purchases.get(reference));
    }

    /** Newest first. */
    synchronized List<Purchase> latest(int count) {
        List<Purchase> all = List.copyOf(purchases.values());
        return all.subList(Math.max(0, all.size() - count), all.size()).stream()
                .sorted((one, other) -> other.time().compareTo(one.time()))
                .toList();
    }

    /** Also for one that has expired: the money is there. */
    synchronized void paid(String reference) {
        purchases.computeIfPresent(reference, (key, purchase) -> purchase.with(Purchase.State.PAID));
    }

    synchronized void expired(String reference) {
        purchases.computeIfPresent(
                reference,
                (key, purchase) ->
                        purchase.state() == Purchase.State.PAID ? purchase : purchase.with(Purchase.State.EXPIRED));
    }

    synchronized void drop(String reference) {
        purchases.remove(reference);
    }
}
