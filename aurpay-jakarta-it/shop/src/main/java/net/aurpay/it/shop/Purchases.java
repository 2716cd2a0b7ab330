package net.aurpay.it.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.aurpay.it.shop.Purchase.State;

/**
 * Instantiated by the container. The shop's purchases: a real shop has a table for them, this one forgets them when it
 * stops. Thread-safe.
 */
@ApplicationScoped
public class Purchases {
    private static final int KEPT = 1000;

    /** Oldest first. */
    private final Map<String, Purchase> purchases = new LinkedHashMap<>();

    /** Stores a purchase; from here on its callbacks find it. */
    synchronized Purchase add(String item, BigDecimal price) {
        Purchase purchase =
                new Purchase(UUID.randomUUID().toString(), item, price, Instant.now(), State.CREATED, null, null);
        purchases.put(purchase.reference(), purchase);
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
        Deque<Purchase> newestFirst = new ArrayDeque<>();
        purchases.values().forEach(newestFirst::addFirst);
        return newestFirst.stream().limit(count).toList();
    }

    void payableAt(String reference, URI payUrl) {
        change(reference, purchase -> purchase.payableAt(payUrl));
    }

    void paying(String reference) {
        change(reference, purchase -> purchase.state() == State.CREATED ? purchase.with(State.PAYING) : purchase);
    }

    /** Also for one that has expired: the money is there. A second call changes nothing. */
    void paid(String reference) {
        change(reference, purchase -> purchase.state().isRefund() ? purchase : purchase.with(State.PAID));
    }

    /** Only for one that is open: another payment URL of the same purchase may have been paid. */
    void expired(String reference) {
        change(reference, purchase -> purchase.state().isOpen() ? purchase.with(State.EXPIRED) : purchase);
    }

    void orderedAs(String reference, String orderId) {
        change(reference, purchase -> purchase.orderedAs(orderId));
    }

    /** Gives the order to refund; nothing the second time, so that of two clicks one gets through. */
    synchronized Optional<String> refunding(String reference) {
        Optional<Purchase> refundable = find(reference).filter(Purchase::isRefundable);
        refundable.ifPresent(purchase -> purchases.put(reference, purchase.with(State.REFUNDING)));
        return refundable.map(Purchase::orderId);
    }

    void refunded(String reference) {
        change(reference, purchase -> purchase.with(State.REFUNDED));
    }

    /** It is certain that nothing was given back. */
    void notRefunded(String reference) {
        change(reference, purchase -> purchase.state() == State.REFUNDING ? purchase.with(State.PAID) : purchase);
    }

    /**
     * Changes a purchase that must be there. Where a callback is early, because the purchase is not committed yet, the
     * exception makes the answer 500, and Aurpay calls again; a purchase that is ignored would stay unpaid for ever.
     */
    private synchronized void change(String reference, UnaryOperator<Purchase> step) {
        Purchase changed = purchases.computeIfPresent(reference, (key, purchase) -> step.apply(purchase));
        if (changed == null) {
            throw new IllegalStateException("no purchase <" + reference + ">");
        }
    }

    synchronized void drop(String reference) {
        purchases.remove(reference);
    }
}
