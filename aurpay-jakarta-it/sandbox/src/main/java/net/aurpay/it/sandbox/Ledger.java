package net.aurpay.it.sandbox;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Holds the sandbox's state: orders, transactions, balances. One lock guards every change; the lists need no lock. */
final class Ledger {
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    /** The balance before the recorded withdrawal. */
    private static final BigDecimal LIGHTNING_START = new BigDecimal("0.00282246368");

    private final InstantSource clock;
    private final Map<String, SandboxOrder> orders = new ConcurrentHashMap<>();
    private final Timeline<SandboxOrder> ordersByTime = new Timeline<>();
    private final Map<String, Choice> choices = new HashMap<>();
    private final Map<String, SandboxTransaction> transactions = new HashMap<>();
    private final Timeline<SandboxTransaction> transactionsByTime = new Timeline<>();
    private final Map<String, BigDecimal> lightning = new HashMap<>();
    private long number;

    /**
     * A payment URL.
     *
     * @param orderId null until the customer has chosen a currency
     */
    record Choice(String merchant, BigDecimal price, String currency, OrderUrls urls, @Nullable String orderId) {}

    Ledger(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void addAll(Collection<SandboxOrder> more) {
        more.forEach(this::put);
    }

    private void put(SandboxOrder order) {
        orders.put(order.orderId(), order);
        ordersByTime.put(order.createTime(), order.orderId(), order);
    }

    synchronized void addTransactions(Collection<SandboxTransaction> more) {
        more.forEach(this::put);
    }

    private void put(SandboxTransaction transaction) {
        transactions.put(transaction.id(), transaction);
        String key = String.format("%012d", transaction.number()) + transaction.id();
        transactionsByTime.put(transaction.time(), key, transaction);
    }

    synchronized SandboxOrder create(String merchant, Coin coin, BigDecimal price, String currency, OrderUrls urls) {
        number++;
        // the API shows seconds, and a list must contain an order whose time it shows as the end of its range
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SandboxOrder order = new SandboxOrder(
                merchant,
                newId(now),
                "ORDER",
                "AURPAY",
                "PENDING",
                coin,
                coin.amountOf(price, number),
                price,
                currency,
                now,
                now,
                UUID.randomUUID().toString(),
                coin.address(number),
                null,
                null,
                urls,
                SandboxOrder.Awaited.NOTHING);
        put(order);
        return order;
    }

    private String newId(Instant now) {
        // 14 digits for the time and 6 for a number: as in the recordings, the id does not fit into a long
        String id = ID_TIME.format(now) + String.format("%06d", number % 1_000_000);
        return orders.containsKey(id) ? newId(now.plusSeconds(1)) : id;
    }

    SandboxOrder order(String orderId) {
        SandboxOrder order = orders.get(orderId);
        if (order == null) {
            throw ApiError.noOrder();
        }
        return order;
    }

    synchronized SandboxOrder change(String orderId, UnaryOperator<SandboxOrder> change) {
        SandboxOrder changed = change.apply(order(orderId));
        put(changed);
        return changed;
    }

    /** A view of all orders, newest first. */
    Collection<SandboxOrder> orders() {
        return ordersByTime.newestFirst();
    }

    /** A view of the orders that were created in a range of time, newest first. */
    Collection<SandboxOrder> orders(Instant from, Instant until) {
        return ordersByTime.between(from, until, true);
    }

    synchronized String offer(Choice choice) {
        String token = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        choices.put(token, choice);
        return token;
    }

    /** Creates the order of a payment URL. If a currency was chosen before, returns the existing order. */
    synchronized SandboxOrder choose(String token, Coin coin) {
        Choice choice = choice(token);
        if (choice.orderId() != null) {
            return order(choice.orderId());
        }
        SandboxOrder order = create(choice.merchant(), coin, choice.price(), choice.currency(), choice.urls());
        choices.put(
                token,
                new Choice(choice.merchant(), choice.price(), choice.currency(), choice.urls(), order.orderId()));
        return order;
    }

    synchronized Choice choice(String token) {
        Choice choice = choices.get(token);
        if (choice == null) {
            throw ApiError.noOrder();
        }
        return choice;
    }

    /** A view of the transactions in a range of time. */
    Collection<SandboxTransaction> transactions(Instant from, Instant until, boolean newestFirst) {
        return transactionsByTime.between(from, until, newestFirst);
    }

    synchronized void record(String merchant, JsonObject transaction) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        put(new SandboxTransaction(merchant, now, transactions.size(), transaction));
    }

    synchronized void changeTransaction(String id, String status) {
        SandboxTransaction transaction = transactions.get(id);
        if (transaction != null) {
            put(transaction.withStatus(status));
        }
    }

    synchronized BigDecimal lightningBalance(String merchant) {
        return lightning.getOrDefault(merchant, LIGHTNING_START);
    }

    /**
     * Adds an amount to a Lightning balance, or subtracts it if it is negative.
     *
     * @throws ApiError 40005 if the balance would be below zero
     */
    synchronized BigDecimal moveLightning(String merchant, BigDecimal by) {
        BigDecimal left = lightningBalance(merchant).add(by);
        if (left.signum() < 0) {
            throw ApiError.insufficientBalance();
        }
        lightning.put(merchant, left);
        return left;
    }
}
