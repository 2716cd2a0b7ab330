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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds the sandbox's state: orders, transactions, balances. One lock guards every change; the lists need no lock. */
final class Ledger {
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    /** The balance before the recorded withdrawal. */
    /** In BTC. */
    static final BigDecimal LIGHTNING_START = new BigDecimal("0.00282246368");

    private final InstantSource clock;
    private final Map<OrderKey, SandboxOrder> orders = new ConcurrentHashMap<>();
    private final Timeline<SandboxOrder> ordersByTime = new Timeline<>();

    /** By the order's id, the user ids of the accounts that have such an order. */
    private final Map<String, Set<String>> owners = new ConcurrentHashMap<>();

    /** By user id: the lists of one account must not take longer because there are 10,000 others. */
    private final Map<String, Book> books = new ConcurrentHashMap<>();

    /** By user id. */
    private final Map<String, String> nextOrderIds = new HashMap<>();

    /** By token, oldest first. */
    private final Map<String, Choice> choices = new LinkedHashMap<>();

    private final Map<String, SandboxTransaction> transactions = new HashMap<>();
    private final Map<String, BigDecimal> lightning = new HashMap<>();
    private long number;

    private record Book(Timeline<SandboxOrder> orders, Timeline<SandboxTransaction> transactions) {}

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
        orders.put(order.key(), order);
        owners.merge(order.orderId(), Set.of(order.userId()), Ledger::union);
        book(order.userId()).orders().put(order.createTime(), order.orderId(), order);
        ordersByTime.put(order.createTime(), order.orderId() + "/" + order.userId(), order);
    }

    private static Set<String> union(Set<String> some, Set<String> one) {
        if (some.containsAll(one)) {
            return some;
        }
        Set<String> all = some.size() == 1 ? new ConcurrentSkipListSet<>(some) : some;
        all.addAll(one);
        return all;
    }

    private Book book(String userId) {
        return books.computeIfAbsent(userId, key -> new Book(new Timeline<>(), new Timeline<>()));
    }

    synchronized void addTransactions(Collection<SandboxTransaction> more) {
        more.forEach(this::put);
    }

    private void put(SandboxTransaction transaction) {
        transactions.put(transaction.id(), transaction);
        String key = String.format("%012d", transaction.number()) + transaction.id();
        book(transaction.merchant()).transactions().put(transaction.time(), key, transaction);
    }

    synchronized SandboxOrder create(String merchant, Coin coin, BigDecimal price, String currency, OrderUrls urls) {
        number++;
        // the API shows seconds, and a list must contain an order whose time it shows as the end of its range
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SandboxOrder order = new SandboxOrder(
                merchant,
                newId(merchant, now),
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

    /** Sets the id of the next order of an account. */
    synchronized void nextOrderId(OrderKey key) {
        if (!ID.matcher(key.orderId()).matches()) {
            throw new IllegalArgumentException(
                    "the id of an order must be 1 to 64 letters, digits, _ and -, was <" + key.orderId() + ">");
        }
        if (orders.containsKey(key)) {
            throw new IllegalArgumentException("the account has an order <" + key.orderId() + ">");
        }
        nextOrderIds.put(key.userId(), key.orderId());
    }

    private String newId(String merchant, Instant now) {
        String requested = nextOrderIds.remove(merchant);
        return requested == null ? newId(now) : requested;
    }

    private String newId(Instant now) {
        // 14 digits for the time and 6 for a number: as in the recordings, the id does not fit into a long
        String id = ID_TIME.format(now) + String.format("%06d", number % 1_000_000);
        return owners.containsKey(id) ? newId(now.plusSeconds(1)) : id;
    }

    SandboxOrder order(OrderKey key) {
        SandboxOrder order = orders.get(key);
        if (order == null) {
            throw ApiError.noOrder();
        }
        return order;
    }

    /** The user ids of the accounts that have an order of this id. */
    Set<String> owners(String orderId) {
        return owners.getOrDefault(orderId, Set.of());
    }

    synchronized SandboxOrder change(OrderKey key, UnaryOperator<SandboxOrder> change) {
        SandboxOrder changed = change.apply(order(key));
        put(changed);
        return changed;
    }

    /** A view of the orders of all accounts, newest first. */
    Collection<SandboxOrder> orders() {
        return ordersByTime.newestFirst();
    }

    /** A view of the orders of an account, newest first. */
    Collection<SandboxOrder> orders(String merchant) {
        return book(merchant).orders().newestFirst();
    }

    /** A view of the orders of an account that were created in a range of time, newest first. */
    Collection<SandboxOrder> orders(String merchant, Instant from, Instant until) {
        return book(merchant).orders().between(from, until, true);
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
            return order(new OrderKey(choice.merchant(), choice.orderId()));
        }
        SandboxOrder order = create(choice.merchant(), coin, choice.price(), choice.currency(), choice.urls());
        choices.put(
                token,
                new Choice(choice.merchant(), choice.price(), choice.currency(), choice.urls(), order.orderId()));
        return order;
    }

    /** Chooses a currency for the newest payment URL that matches and has no order yet. */
    synchronized Optional<SandboxOrder> chooseNewest(Predicate<OrderUrls> wanted, Coin coin) {
        return choices.entrySet().stream()
                .filter(each -> each.getValue().orderId() == null
                        && wanted.test(each.getValue().urls()))
                .map(Map.Entry::getKey)
                .reduce((older, newer) -> newer)
                .map(token -> choose(token, coin));
    }

    synchronized Choice choice(String token) {
        Choice choice = choices.get(token);
        if (choice == null) {
            throw ApiError.noOrder();
        }
        return choice;
    }

    /** A view of the transactions of an account in a range of time. */
    Collection<SandboxTransaction> transactions(String merchant, Instant from, Instant until, boolean newestFirst) {
        return book(merchant).transactions().between(from, until, newestFirst);
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
