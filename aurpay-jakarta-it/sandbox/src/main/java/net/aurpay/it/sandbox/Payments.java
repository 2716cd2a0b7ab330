package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Changes the status of orders (paid, underpaid, resolved, expired, refunded) and sends the callbacks. */
final class Payments {
    private static final String PAYER = "0xfab26967128010A17F12bb4FEce9919d7D061215";

    /** In USD. */
    private static final BigDecimal NETWORK_FEE = new BigDecimal("0.3535");

    private final Ledger ledger;
    private final Recordings recordings;
    private final CallbackSender callbacks;
    private final Scheduler scheduler;
    private final Duration orderLife;
    private final Clock clock;

    Payments(
            Ledger ledger,
            Recordings recordings,
            CallbackSender callbacks,
            Scheduler scheduler,
            SandboxOptions options) {
        this.ledger = ledger;
        this.recordings = recordings;
        this.callbacks = callbacks;
        this.scheduler = scheduler;
        this.orderLife = options.orderLife();
        this.clock = options.clock();
    }

    /** Lets a new order expire when its time has run out. */
    void watch(SandboxOrder order) {
        scheduler.after(orderLife, () -> expireIfPending(order.orderId()));
    }

    SandboxOrder pay(String orderId) {
        SandboxOrder paid = settle(orderId, "SUCCESS", "PENDING");
        creditLightning(paid);
        ledger.record(paid.userId(), Shapes.transaction(paid, "ORDER", paid.amount(), clock.instant(), paid.txId()));
        callbacks.succeeded(paid);
        return paid;
    }

    /** Pays half of the amount; the merchant then has to resolve the order. */
    SandboxOrder underpay(String orderId) {
        SandboxOrder partial = ledger.change(orderId, order -> {
            require(order, "PENDING");
            BigDecimal half =
                    order.amount().divide(BigDecimal.valueOf(2), order.amount().scale(), RoundingMode.DOWN);
            return order.paidBy("PARTIAL", clock.instant(), half, PAYER);
        });
        BigDecimal half = partial.paid() == null ? BigDecimal.ZERO : partial.paid();
        ledger.record(partial.userId(), Shapes.transaction(partial, "ORDER", half, clock.instant(), partial.txId()));
        return partial;
    }

    /** Accepts an underpaid order as paid, as a merchant can do in the dashboard. */
    SandboxOrder resolve(String orderId) {
        SandboxOrder resolved = settle(orderId, "RESOLVED", "PARTIAL");
        callbacks.succeeded(resolved);
        return resolved;
    }

    SandboxOrder expire(String orderId) {
        SandboxOrder overdue = ledger.change(orderId, order -> {
            require(order, "PENDING");
            return order.with("OVERDUE", clock.instant());
        });
        callbacks.timedOut(overdue);
        return overdue;
    }

    /** Returns how much a refund would pay back. */
    JsonValue refundInfo(SandboxOrder order) {
        return refund(order, "refundInfo");
    }

    /** Pays back what was paid. A second refund is rejected. */
    JsonValue refund(SandboxOrder order) {
        JsonValue response = refund(order, "refund");
        SandboxOrder refunded = ledger.change(order.orderId(), paid -> {
            requireRefundable(paid);
            return paid.with("REFUNDED", clock.instant());
        });
        ledger.record(
                refunded.userId(),
                Shapes.transaction(
                        refunded,
                        "REFUND",
                        refunded.amount(),
                        clock.instant(),
                        UUID.randomUUID().toString()));
        return response;
    }

    private JsonValue refund(SandboxOrder order, String recorded) {
        BigDecimal paid = requireRefundable(order);
        if (order.orderId().equals(Recordings.REFUND_ORDER)) {
            return recordings.get(recorded);
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
                .add("to_addr", PAYER)
                .add("refund_et", 60)
                .build();
    }

    /**
     * Returns what was paid.
     *
     * @throws ApiError if the order cannot be refunded
     */
    private static BigDecimal requireRefundable(SandboxOrder order) {
        if (order.status().equals("REFUNDED")) {
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

    private SandboxOrder settle(String orderId, String status, String from) {
        return ledger.change(orderId, order -> {
            require(order, from);
            return order.paidBy(status, clock.instant(), order.amount(), PAYER);
        });
    }

    private void creditLightning(SandboxOrder order) {
        if (order.coin().equals(Coin.LIGHTNING)) {
            ledger.moveLightning(order.userId(), order.amount());
        }
    }

    private void expireIfPending(String orderId) {
        if (ledger.order(orderId).status().equals("PENDING")) {
            expire(orderId);
        }
    }

    private static void require(SandboxOrder order, String status) {
        if (!order.status().equals(status)) {
            throw ApiError.business(400, "The order is " + order.status() + ", not " + status);
        }
    }
}
