package net.aurpay.it.sandbox;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Holds the sandbox's state: orders, transactions, balances. One lock guards everything. */
final class Ledger {
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    /** The balance before the recorded withdrawal. */
    private static final BigDecimal LIGHTNING_START = new BigDecimal("0.00282246368");

    private final Clock clock;
    private final NavigableMap<String, SandboxOrder> orders = new TreeMap<>();
    private final Map<String, Choice> choices = new HashMap<>();
    private final List<SandboxTransaction> transactions = new ArrayList<>();
    private final Map<String, BigDecimal> lightning = new HashMap<>();
    private long number;

    /**
     * A payment URL.
     *
     * @param orderId null until the customer has chosen a currency
     */
    record Choice(String merchant, BigDecimal price, String currency, OrderUrls urls, @Nullable String orderId) {}

    Ledger(Clock clock) {
        this.clock = clock;
    }

    synchronized void addAll(Collection<SandboxOrder> more) {
        more.forEach(order -> orders.put(order.orderId(), order));
    }

    synchronized void addTransactions(Collection<SandboxTransaction> more) {
        transactions.addAll(more);
    }

    synchronized SandboxOrder create(String merchant, Coin coin, BigDecimal price, String currency, OrderUrls urls) {
        number++;
        Instant now = clock.instant();
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
                urls);
        orders.put(order.orderId(), order);
        return order;
    }

    private String newId(Instant now) {
        // 14 digits for the time and 6 for a number: as in the recordings, the id does not fit into a long
        String id = ID_TIME.format(now) + String.format("%06d", number % 1_000_000);
        return orders.containsKey(id) ? newId(now.plusSeconds(1)) : id;
    }

    synchronized SandboxOrder order(String orderId) {
        SandboxOrder order = orders.get(orderId);
        if (order == null) {
            throw ApiError.noOrder();
        }
        return order;
    }

    synchronized SandboxOrder change(String orderId, UnaryOperator<SandboxOrder> change) {
        SandboxOrder changed = change.apply(order(orderId));
        orders.put(orderId, changed);
        return changed;
    }

    /** Newest first. */
    synchronized List<SandboxOrder> orders() {
        return List.copyOf(orders.descendingMap().values());
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

    synchronized List<SandboxTransaction> transactions() {
        return List.copyOf(transactions);
    }

    synchronized void record(String merchant, JsonObject transaction) {
        transactions.add(new SandboxTransaction(merchant, clock.instant(), transaction));
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
