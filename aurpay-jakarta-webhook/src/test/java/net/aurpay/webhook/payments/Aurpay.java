package net.aurpay.webhook.payments;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Order;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.Page;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.RefundInfo;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;
import net.aurpay.webhook.Sample;
import org.jspecify.annotations.Nullable;

/** Aurpay's side of the payments: orders that a test creates, pays and looks up. */
final class Aurpay implements AurpayOrders, PaymentClient {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    final Map<String, String> states = new ConcurrentHashMap<>();
    final Map<String, Callbacks> callbacks = new ConcurrentHashMap<>();
    final AtomicInteger created = new AtomicInteger();
    final List<String> lookedUp = Collections.synchronizedList(new ArrayList<>());
    final List<OrderQuery> listed = Collections.synchronizedList(new ArrayList<>());
    volatile @Nullable AurpayException failure;
    volatile Runnable beforeResponse = () -> {};
    volatile boolean tellsOrderId = true;

    /** Orders whose look-up fails, and orders in whose place another is returned. */
    final Map<String, AurpayException> failures = new ConcurrentHashMap<>();

    final Map<String, String> instead = new ConcurrentHashMap<>();

    /** The refunds that were sent. */
    final List<String> refunds = Collections.synchronizedList(new ArrayList<>());

    volatile Runnable beforeRefund = () -> {};
    volatile boolean refundsAtOnce = true;

    /** Thrown after a refund has taken effect. */
    volatile @Nullable AurpayException lostRefund;

    /** How far the zone, in which the times of a query of transactions are read, is behind UTC. */
    volatile Duration zone = Duration.ZERO;

    final List<Transaction> transactions = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, Map<String, String>> prices = new ConcurrentHashMap<>();

    private final Supplier<Instant> clock;

    Aurpay(Supplier<Instant> clock) {
        this.clock = clock;
    }

    @Override
    public Payment createPayment(PaymentRequest request) {
        String id = create(
                request.price(), request.priceCurrency(), request.options().callbacks());
        beforeResponse.run();
        fail();
        return new Payment(
                tellsOrderId ? id : null,
                null,
                new BigDecimal("18.0098"),
                clock.get(),
                request.price(),
                request.priceCurrency(),
                "0x\u20ac",
                null,
                URI.create("https://pay.example.com/" + id));
    }

    @Override
    public PaymentUrl createPaymentUrl(PaymentUrlRequest request) {
        fail();
        return new PaymentUrl(URI.create("https://pay.example.com/url/" + created.incrementAndGet()));
    }

    /** Creates the order of a customer who has opened a payment URL and pays. Aurpay does not say which URL it was. */
    String payByUrl(String price, String priceCurrency) {
        String id = create(new BigDecimal(price), priceCurrency, null);
        states.put(id, "SUCCESS");
        return id;
    }

    @Override
    public RefundInfo refund(String orderId) {
        refunds.add(orderId);
        beforeRefund.run();
        if (refundsAtOnce) {
            states.put(orderId, "REFUNDED");
        }
        AurpayException lost = lostRefund;
        if (lost != null) {
            throw lost;
        }
        return new RefundInfo(orderId, "ETH", new BigDecimal("18"), "USDT-ERC20", null, null, null, null, null);
    }

    private String create(BigDecimal price, String priceCurrency, @Nullable Callbacks given) {
        String id = ID.format(LocalDateTime.ofInstant(clock.get(), ZoneOffset.UTC))
                + String.format(Locale.ROOT, "%06d", created.incrementAndGet());
        states.put(id, "PENDING");
        prices.put(id, Map.of("vs_price", price.toPlainString(), "vs_currency", priceCurrency));
        if (given != null) {
            callbacks.put(id, given);
        }
        return id;
    }

    @Override
    public Order order(String orderId) {
        lookedUp.add(orderId);
        fail();
        AurpayException own = failures.get(orderId);
        if (own != null) {
            throw own;
        }
        return found(instead.getOrDefault(orderId, orderId));
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        listed.add(query);
        fail();
        List<Order> all = states.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .filter(id -> isIn(query, id))
                .filter(id -> query.status() == null || query.status().value().equals(states.get(id)))
                .map(this::found)
                .toList();
        int page = query.page() == null ? 1 : query.page();
        int size = query.size() == null ? 10 : query.size();
        List<Order> items = all.stream().skip((page - 1L) * size).limit(size).toList();
        return new Page<>(page, size, all.size(), Math.max(1, (all.size() + size - 1) / size), items);
    }

    private static boolean isIn(OrderQuery query, String id) {
        Instant time = OrderTime.of(id, Instant.EPOCH);
        return (query.createdFrom() == null || !time.isBefore(query.createdFrom()))
                && (query.createdBefore() == null || !time.isAfter(query.createdBefore()));
    }

    @Override
    public Page<Transaction> transactions(TransactionQuery query) {
        fail();
        List<Transaction> all = transactions.stream()
                .filter(transaction -> Objects.equals(query.type(), transaction.transactionType()))
                .filter(transaction -> isIn(query, transaction.eventTime()))
                .toList();
        return new Page<>(1, 100, all.size(), 1, all);
    }

    private boolean isIn(TransactionQuery query, @Nullable Instant time) {
        return time == null
                || ((query.eventFrom() == null
                                || !time.isBefore(query.eventFrom().plus(zone)))
                        && (query.eventUntil() == null
                                || !time.isAfter(query.eventUntil().plus(zone))));
    }

    private Order found(String orderId) {
        String status = states.get(orderId);
        if (status == null) {
            throw AurpayException.builder("no such order")
                    .code(404)
                    .httpStatus(200)
                    .build();
        }
        Map<String, String> fields = new HashMap<>(prices.getOrDefault(orderId, Map.of()));
        fields.put("status", status);
        fields.put("order_id", orderId);
        return Sample.order(fields);
    }

    private void fail() {
        AurpayException told = failure;
        if (told != null) {
            throw told;
        }
    }
}
