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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.aurpay.it.shop.Purchase.State;

/**
 * Stores the shop's purchases. A real shop has a table for them; this one keeps them in memory and forgets them when it
 * stops. Thread-safe.
 */
@ApplicationScoped
public class Purchases {
    private static final int KEPT = 1000;

    /** Oldest first. */
    private final Map<String, Purchase> purchases = new LinkedHashMap<>();

    /** Stores a purchase; from now on, its callbacks find it. */
    synchronized Purchase add(Seller seller, String item, BigDecimal price) {
        List<Step> steps = List.of(new Step(State.CREATED, Instant.now()));
        Purchase purchase = new Purchase(UUID.randomUUID().toString(), seller, item, price, steps, null, null, null);
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

    /** Throws an exception if the purchase is to be paid to another account. */
    void requirePaidTo(Optional<String> account, String reference) {
        find(reference)
                .filter(purchase -> !purchase.seller().account().equals(account))
                .ifPresent(purchase -> {
                    throw new IllegalStateException("purchase <" + reference + "> is not to be paid to the account <"
                            + account.orElse("") + ">");
                });
    }

    void payableAt(String reference, URI payUrl) {
        change(reference, purchase -> purchase.payableAt(payUrl));
    }

    void opened(String reference) {
        step(reference, State.OPENED, state -> state == State.CREATED);
    }

    /** Marks a purchase as paid, even if it has expired: the money has come. A second call changes nothing. */
    void paid(String reference) {
        change(reference, purchase -> switch (purchase.state()) {
            case CREATED, OPENED, UNDERPAID -> purchase.with(State.PAID, Instant.now());
            case EXPIRED -> purchase.with(State.PAID_LATE, Instant.now());
            case PAID, PAID_LATE, REFUNDING, REFUNDED -> purchase;
        });
    }

    /** Marks a purchase as underpaid, even if it has expired: part of the money has come. */
    void underpaid(String reference, Optional<Shortfall> shortfall) {
        change(
                reference,
                purchase -> purchase.state().isOpen() || purchase.state() == State.EXPIRED
                        ? purchase.with(State.UNDERPAID, Instant.now()).lacking(shortfall.orElse(null))
                        : purchase);
    }

    /**
     * Marks a purchase as expired if it is open: another payment of the same purchase may have been paid. An underpaid
     * purchase stays underpaid, because part of the money has come.
     */
    void expired(String reference) {
        step(reference, State.EXPIRED, State::isOpen);
    }

    void orderedAs(String reference, String orderId) {
        change(reference, purchase -> purchase.orderedAs(orderId));
    }

    /** Returns the order to refund. The second call returns nothing, so that two clicks cause only one refund. */
    synchronized Optional<String> refunding(String reference) {
        Optional<Purchase> refundable = find(reference).filter(Purchase::isRefundable);
        refundable.ifPresent(purchase -> purchases.put(reference, purchase.with(State.REFUNDING, Instant.now())));
        return refundable.map(Purchase::orderId);
    }

    void refunded(String reference) {
        step(reference, State.REFUNDED, state -> state != State.REFUNDED);
    }

    /** Undoes {@link #refunding}; call this only if it is certain that nothing was refunded. */
    void notRefunded(String reference) {
        change(reference, purchase -> purchase.state() == State.REFUNDING ? purchase.withoutLastStep() : purchase);
    }

    private void step(String reference, State to, Predicate<State> from) {
        change(reference, purchase -> from.test(purchase.state()) ? purchase.with(to, Instant.now()) : purchase);
    }

    /**
     * Changes a purchase, and throws an exception if the purchase does not exist. A callback may come before its purchase
     * is committed: because of the exception it is answered 500, and Aurpay retries it. If the callback were ignored, the
     * purchase would stay unpaid forever.
     */
    private synchronized void change(String reference, UnaryOperator<Purchase> step) {
        Purchase changed = purchases.computeIfPresent(reference, (key, purchase) -> step.apply(purchase));
        if (changed == null) {
            throw new IllegalStateException("no purchase <" + reference + ">");
        }
    }
}
