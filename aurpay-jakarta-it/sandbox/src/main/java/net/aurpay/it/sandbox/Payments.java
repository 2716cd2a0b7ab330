package net.aurpay.it.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Changes the status of orders (paid, underpaid, resolved, expired) and sends the callbacks. */
final class Payments {
    static final String PAYER = "0xfab26967128010A17F12bb4FEce9919d7D061215";
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Spelled as the API spells it; the dashboard says UNKNOWN. */
    private static final String UNMATCHED = "UNKOWN";

    private final Ledger ledger;
    private final CallbackSender callbacks;
    private final Duration orderLife;
    private final SandboxClock clock;

    /** Ids of the transactions of unknown type, by order. */
    private final Map<OrderKey, List<String>> unmatched = new ConcurrentHashMap<>();

    Payments(Ledger ledger, CallbackSender callbacks, SandboxClock clock, Duration orderLife) {
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.clock = clock;
        this.orderLife = orderLife;
    }

    /** Lets a new order expire when its time has run out. */
    void watch(SandboxOrder order) {
        Instant end = clock.instant().plus(orderLife);
        clock.at(end, () -> {
            if (ledger.order(order.key()).status().equals("PENDING")) {
                expire(order.key(), end);
            }
        });
    }

    /** Pays the whole amount, or the rest of it if the merchant has requested the rest. */
    SandboxOrder pay(OrderKey key) {
        SandboxOrder paid = ledger.change(key, order -> {
            if (order.awaited() != SandboxOrder.Awaited.REMAINDER) {
                require(order, "PENDING");
            }
            return receive(order, "SUCCESS", order.remaining(), "ORDER");
        });
        settled(paid);
        return paid;
    }

    /**
     * Pays a part of the amount: the merchant then has to resolve the order, or request the rest. An order can be
     * underpaid several times.
     *
     * @param part null for half of what remains
     */
    SandboxOrder underpay(OrderKey key, @Nullable BigDecimal part) {
        return ledger.change(key, order -> {
            require(order, "PENDING", "PARTIAL");
            BigDecimal remaining = order.remaining();
            BigDecimal paid =
                    part == null ? remaining.divide(TWO, order.amount().scale(), RoundingMode.DOWN) : part;
            if (paid.signum() <= 0 || paid.compareTo(remaining) >= 0) {
                throw amount("must be above 0 and below " + remaining.toPlainString(), paid);
            }
            return receive(order, "PARTIAL", paid, UNMATCHED);
        });
    }

    /**
     * Pays more than the amount.
     *
     * @param more null for twice the amount
     */
    SandboxOrder overpay(OrderKey key, @Nullable BigDecimal more) {
        SandboxOrder overpaid = ledger.change(key, order -> {
            require(order, "PENDING");
            BigDecimal paid = more == null ? order.amount().multiply(TWO) : more;
            if (paid.compareTo(order.amount()) <= 0) {
                throw amount("must be above " + order.amount().toPlainString(), paid);
            }
            return receive(order, "SUCCESS", paid, "ORDER");
        });
        settled(overpaid);
        return overpaid;
    }

    /**
     * Pays after the order is overdue. It stays overdue until the merchant resolves it.
     *
     * @param amount null for what remains to be paid
     */
    SandboxOrder payLate(OrderKey key, @Nullable BigDecimal amount) {
        return ledger.change(key, order -> {
            require(order, "OVERDUE");
            BigDecimal paid = amount == null ? order.remaining() : amount;
            if (paid.signum() <= 0) {
                throw amount("must be above 0", paid);
            }
            return receive(order, "OVERDUE", paid, UNMATCHED);
        });
    }

    /** Accepts an underpaid or overdue order as paid, as RESOLVE does in the dashboard. */
    SandboxOrder resolve(OrderKey key) {
        SandboxOrder resolved = ledger.change(key, order -> {
            require(order, "PARTIAL", "OVERDUE");
            return order.with("RESOLVED", clock.instant());
        });
        settled(resolved);
        return resolved;
    }

    /** Lets the customer pay the rest, as REQUEST REMAINING does in the dashboard. */
    SandboxOrder requestRemaining(OrderKey key) {
        return ledger.change(key, order -> {
            require(order, "PARTIAL", "OVERDUE");
            if (order.remaining().signum() <= 0) {
                throw ApiError.business(400, "Nothing remains to be paid");
            }
            return order.awaiting(SandboxOrder.Awaited.REMAINDER, clock.instant());
        });
    }

    SandboxOrder expire(OrderKey key) {
        return expire(key, clock.instant());
    }

    private SandboxOrder expire(OrderKey key, Instant time) {
        SandboxOrder overdue = ledger.change(key, order -> {
            require(order, "PENDING", "PARTIAL");
            return order.with("OVERDUE", time);
        });
        callbacks.timedOut(overdue);
        return overdue;
    }

    /** Books a payment and its transaction. To be called while the order is being changed. */
    private SandboxOrder receive(SandboxOrder order, String status, BigDecimal amount, String type) {
        BigDecimal total = order.paid() == null ? amount : order.paid().add(amount);
        SandboxOrder changed = order.paidBy(status, clock.instant(), total, PAYER);
        boolean matched = !type.equals(UNMATCHED);
        String id = matched ? order.txId() : UUID.randomUUID().toString();
        if (!matched) {
            unmatched.computeIfAbsent(order.key(), key -> new ArrayList<>()).add(id);
        }
        ledger.record(order.userId(), Shapes.transaction(changed, id, type, matched ? "SUCCESS" : "PENDING", amount));
        if (order.coin().equals(Coin.LIGHTNING)) {
            ledger.moveLightning(order.userId(), amount);
        }
        return changed;
    }

    /** Gives the order's status to its transactions of unknown type, and sends the callback. */
    private void settled(SandboxOrder order) {
        List<String> transactions = unmatched.remove(order.key());
        if (transactions != null) {
            transactions.forEach(id -> ledger.changeTransaction(id, order.status()));
        }
        callbacks.succeeded(order);
    }

    private static ApiError amount(String rule, BigDecimal amount) {
        return ApiError.unprocessable("amount", rule + ", was <" + amount.toPlainString() + ">");
    }

    private static void require(SandboxOrder order, String... statuses) {
        if (!List.of(statuses).contains(order.status())) {
            throw ApiError.business(400, "The order is " + order.status() + ", not " + String.join(" or ", statuses));
        }
    }
}
