package net.aurpay.webhook.testing;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.OrderUnderpaid;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Builds an event, for a test that calls an observer as a plain method. Needs no server, CDI or JSON provider.
 *
 * <p>Unless set, the event is of the unnamed account, has the payment id {@link #PAYMENT_ID}, no parameters and the
 * current time, and has no order, as without {@code aurpay.webhook.confirm}. The events that always have an order get
 * one that has only its status. Not thread-safe.
 *
 * @param <E> the event
 */
public final class TestEvent<E> {
    /** The payment id of an event for which the test sets no other. */
    public static final String PAYMENT_ID = "00000000000000000000000000000001";

    private final String reference;
    private final Function<TestEvent<E>, E> event;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private @Nullable String account;
    private String paymentId = PAYMENT_ID;
    private @Nullable Instant date;
    private @Nullable Order unverifiedOrder;
    private @Nullable Order order;

    private TestEvent(String reference, @Nullable Order order, Function<TestEvent<E>, E> event) {
        this.reference = Objects.requireNonNull(reference, "reference");
        this.order = order;
        this.event = event;
    }

    /** Starts the event of a paid order. */
    public static TestEvent<OrderSucceeded> paid(String reference) {
        return new TestEvent<>(
                reference,
                null,
                it -> new OrderSucceeded(
                        it.account(), it.reference, it.payment(), it.query(), it.time(), it.unverified(), it.found()));
    }

    /** Starts the event of an order that was not paid in time. */
    public static TestEvent<OrderTimedOut> timedOut(String reference) {
        return new TestEvent<>(
                reference,
                null,
                it -> new OrderTimedOut(
                        it.account(), it.reference, it.payment(), it.query(), it.time(), it.unverified(), it.found()));
    }

    /** Starts the event of an underpaid order whose transaction is unknown; its order is {@code PARTIAL}. */
    public static TestEvent<OrderUnderpaid> underpaid(String reference) {
        return underpaid(reference, Optional.empty());
    }

    /** Starts the event of an order that this transaction has underpaid; its order is {@code PARTIAL}. */
    public static TestEvent<OrderUnderpaid> underpaid(String reference, Transaction transaction) {
        return underpaid(reference, Optional.of(transaction));
    }

    private static TestEvent<OrderUnderpaid> underpaid(String reference, Optional<Transaction> transaction) {
        return new TestEvent<>(
                reference,
                withStatus(OrderStatus.PARTIAL),
                it -> new OrderUnderpaid(
                        it.account(),
                        it.reference,
                        it.payment(),
                        it.query(),
                        it.time(),
                        it.unverified(),
                        it.found(),
                        transaction));
    }

    /** Starts the event of a refunded order; its order is {@code REFUNDED}. */
    public static TestEvent<OrderRefunded> refunded(String reference) {
        return new TestEvent<>(
                reference,
                withStatus(OrderStatus.REFUNDED),
                it -> new OrderRefunded(
                        it.account(), it.reference, it.payment(), it.query(), it.time(), it.unverified(), it.found()));
    }

    /** Starts the event of a rejected callback. Such an event has no looked-up order: {@link #order} has no effect. */
    public static TestEvent<CallbackRejected> rejected(String reference, CallbackKind kind, RejectionReason reason) {
        return new TestEvent<>(
                reference,
                null,
                it -> new CallbackRejected(
                        kind,
                        reason,
                        it.account(),
                        it.reference,
                        it.payment(),
                        it.query(),
                        it.time(),
                        it.unverified()));
    }

    /** Names the account; without this call, the event is of the unnamed account. */
    public TestEvent<E> account(String name) {
        account = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Names the payment by 32 hex digits. */
    public TestEvent<E> paymentId(String id) {
        paymentId = Objects.requireNonNull(id, "id");
        return this;
    }

    /** Adds a query parameter with its decoded values. */
    public TestEvent<E> parameter(String name, String... values) {
        parameters.put(name, List.of(values));
        return this;
    }

    /** Sets the date of the callback or look-up. */
    public TestEvent<E> date(Instant date) {
        this.date = Objects.requireNonNull(date, "date");
        return this;
    }

    /** Sets the order in the body of the callback, which is not signed. */
    public TestEvent<E> unverifiedOrder(Order order) {
        unverifiedOrder = Objects.requireNonNull(order, "order");
        return this;
    }

    /** Sets the order as a look-up returns it. */
    public TestEvent<E> order(Order order) {
        this.order = Objects.requireNonNull(order, "order");
        return this;
    }

    /** Returns the event. Later calls on this builder do not change it. */
    public E build() {
        return event.apply(this);
    }

    private Optional<String> account() {
        return Optional.ofNullable(account);
    }

    private Optional<String> payment() {
        return Optional.of(paymentId);
    }

    private Map<String, List<String>> query() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    private Instant time() {
        return date == null ? Instant.now() : date;
    }

    private Optional<Order> unverified() {
        return Optional.ofNullable(unverifiedOrder);
    }

    private Optional<Order> found() {
        return Optional.ofNullable(order);
    }

    private static Order withStatus(OrderStatus status) {
        return Order.builder().status(status).build();
    }
}
