package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Refunds orders, at once or after a delay. Thread-safe. */
public final class Refunds {
    /** In USD. */
    private static final BigDecimal NETWORK_FEE = new BigDecimal("0.3535");

    private final Ledger ledger;
    private final Recordings recordings;
    private final SandboxClock clock;

    /** Id of the transaction of a refund that was accepted but not yet made, by order. */
    private final Map<OrderKey, String> accepted = new ConcurrentHashMap<>();

    private volatile Duration delay = Duration.ZERO;

    Refunds(Ledger ledger, Recordings recordings, SandboxClock clock) {
        this.ledger = ledger;
        this.recordings = recordings;
        this.clock = clock;
    }

    /** Sets how long refunds from now on take, by the {@link SandboxClock}; zero, the default, makes them at once. */
    public void delay(Duration changed) {
        delay = changed;
    }

    public Duration delay() {
        return delay;
    }

    /** Returns how much a refund would pay back. */
    JsonObject info(SandboxOrder order) {
        return describe(order, "refundInfo");
    }

    /** Accepts a refund, and makes it after the {@link #delay()}. A second refund is rejected. */
    JsonObject refund(SandboxOrder order) {
        OrderKey key = order.key();
        JsonObject response = describe(order, "refund");
        BigDecimal amount = response.getJsonNumber("amount").bigDecimalValue();
        String transaction = UUID.randomUUID().toString();
        ledger.change(key, paid -> {
            requireRefundable(paid);
            SandboxOrder waiting = paid.awaiting(SandboxOrder.Awaited.REFUND, clock.instant());
            ledger.record(waiting.userId(), Shapes.transaction(waiting, transaction, "REFUND", "PENDING", amount));
            accepted.put(key, transaction);
            return waiting;
        });
        if (delay.isZero()) {
            complete(key);
        } else {
            clock.at(clock.instant().plus(delay), () -> {
                if (transaction.equals(accepted.get(key))) {
                    complete(key);
                }
            });
        }
        return response;
    }

    /** Makes a refund that was accepted, before its time. */
    public SandboxOrder complete(OrderKey key) {
        String transaction = accepted.remove(key);
        if (transaction == null) {
            throw ApiError.business(400, "No refund of the order is under way");
        }
        ledger.changeTransaction(transaction, "SUCCESS");
        return ledger.change(key, order -> order.with("REFUNDED", clock.instant()));
    }

    private JsonObject describe(SandboxOrder order, String recorded) {
        BigDecimal paid = requireRefundable(order);
        if (order.orderId().equals(Recordings.REFUND_ORDER)) {
            return recordings.get(recorded).asJsonObject();
        }
        BigDecimal fee = order.coin().worth(NETWORK_FEE);
        return Json.createObjectBuilder()
                .add("order_id", order.orderId())
                .add("chain", order.coin().chain())
                .add("currency", order.coin().currency())
                .add("amount", paid)
                .add("network_fee", fee)
                .add("obtained", paid.subtract(fee))
                .add("from_addr", order.address())
                .add("to_addr", Payments.PAYER)
                .add("refund_et", 60)
                .build();
    }

    /**
     * Returns what was paid.
     *
     * @throws ApiError if the order cannot be refunded
     */
    private static BigDecimal requireRefundable(SandboxOrder order) {
        if (order.status().equals("REFUNDED") || order.awaited() == SandboxOrder.Awaited.REFUND) {
            throw ApiError.alreadyRefunded();
        }
        BigDecimal paid = order.paid();
        if (paid == null || !order.isRefundable()) {
            throw ApiError.business(400, "The order cannot be refunded");
        }
        if (paid.compareTo(order.coin().worth(NETWORK_FEE)) <= 0) {
            throw ApiError.business(400, "What was paid does not cover the network fee of the refund");
        }
        return paid;
    }
}
