package net.aurpay.webhook.payments;

import java.math.BigDecimal;
import java.net.URI;
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
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;
import net.aurpay.webhook.Sample;
import org.jspecify.annotations.Nullable;

/** Aurpay's side of the payments: orders that a test creates, pays and looks up. */
final class Aurpay implements AurpayOrders {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    final Map<String, String> states = new ConcurrentHashMap<>();
    final Map<String, Callbacks> callbacks = new ConcurrentHashMap<>();
    final AtomicInteger created = new AtomicInteger();
    final List<String> lookedUp = Collections.synchronizedList(new ArrayList<>());
    final List<OrderQuery> listed = Collections.synchronizedList(new ArrayList<>());
    volatile @Nullable AurpayException failure;
    volatile Runnable beforeResponse = () -> {};

    private final Supplier<Instant> clock;

    Aurpay(Supplier<Instant> clock) {
        this.clock = clock;
    }

    Payment createPayment(PaymentRequest request) {
        String id = create(request.options().callbacks());
        beforeResponse.run();
        fail();
        return new Payment(
                id,
                null,
                new BigDecimal("18.0098"),
                clock.get(),
                request.price(),
                request.priceCurrency(),
                "0x\u20ac",
                null,
                URI.create("https://pay.example.com/" + id));
    }

    PaymentUrl createPaymentUrl(PaymentUrlRequest request) {
        fail();
        return new PaymentUrl(URI.create("https://pay.example.com/url/" + created.incrementAndGet()));
    }

    private String create(@Nullable Callbacks given) {
        String id = ID.format(LocalDateTime.ofInstant(clock.get(), ZoneOffset.UTC))
                + String.format(Locale.ROOT, "%06d", created.incrementAndGet());
        states.put(id, "PENDING");
        if (given != null) {
            callbacks.put(id, given);
        }
        return id;
    }

    @Override
    public Order order(String orderId) {
        lookedUp.add(orderId);
        fail();
        return found(orderId);
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        listed.add(query);
        fail();
        List<Order> all = states.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .filter(id -> isIn(query, id))
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
                && (query.createdBefore() == null || time.isBefore(query.createdBefore()));
    }

    @Override
    public Page<Transaction> transactions(TransactionQuery query) {
        return new Page<>(1, 100, 0, 1, List.of());
    }

    private Order found(String orderId) {
        String status = states.get(orderId);
        if (status == null) {
            throw AurpayException.builder("no such order")
                    .code(404)
                    .httpStatus(200)
                    .build();
        }
        return Sample.order(new HashMap<>(Map.of("status", status, "order_id", orderId)));
    }

    private void fail() {
        AurpayException told = failure;
        if (told != null) {
            throw told;
        }
    }
}
