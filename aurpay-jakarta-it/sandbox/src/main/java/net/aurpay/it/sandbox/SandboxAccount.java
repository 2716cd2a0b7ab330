package net.aurpay.it.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account of a running sandbox: its keys and its orders. Does not know the orders of other accounts. Thread-safe. */
public final class SandboxAccount {
    private final @Nullable String name;
    private final Keys keys;
    private final Ledger ledger;
    private final Payments payments;
    private final Refunds refunds;

    SandboxAccount(@Nullable String name, Keys keys, Ledger ledger, Payments payments, Refunds refunds) {
        this.name = name;
        this.keys = keys;
        this.ledger = ledger;
        this.payments = payments;
        this.refunds = refunds;
    }

    /** Empty for an account without a name, one of {@link SandboxOptions#merchants}. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Keys keys() {
        return keys;
    }

    /** Returns the orders of this account, newest first. */
    public List<SandboxOrder> orders() {
        return List.copyOf(ledger.orders(keys.userId()));
    }

    public SandboxOrder order(String orderId) {
        return ledger.order(key(orderId));
    }

    /**
     * Gives the next order of this account the given id. Another account may have an order with the same id.
     *
     * @throws IllegalArgumentException if the account has such an order, or the id is not 1 to 64 letters, digits, _ and -
     */
    public void nextOrderId(String orderId) {
        ledger.nextOrderId(key(orderId));
    }

    /** Pays the whole amount, or the rest of it after {@link #requestRemaining}; the order is then SUCCESS. */
    public SandboxOrder pay(String orderId) {
        return payments.pay(key(orderId));
    }

    /** Pays half of what is left to pay; the order is then PARTIAL. */
    public SandboxOrder underpay(String orderId) {
        return underpay(orderId, null);
    }

    public SandboxOrder underpay(String orderId, @Nullable BigDecimal amount) {
        return payments.underpay(key(orderId), amount);
    }

    /** Pays twice the amount; the order is then SUCCESS. */
    public SandboxOrder overpay(String orderId) {
        return overpay(orderId, null);
    }

    public SandboxOrder overpay(String orderId, @Nullable BigDecimal amount) {
        return payments.overpay(key(orderId), amount);
    }

    /** Pays what is left to pay of an overdue order, which stays OVERDUE until somebody resolves it. */
    public SandboxOrder payLate(String orderId) {
        return payLate(orderId, null);
    }

    public SandboxOrder payLate(String orderId, @Nullable BigDecimal amount) {
        return payments.payLate(key(orderId), amount);
    }

    /** Does what <em>RESOLVE</em> does in the dashboard: a PARTIAL or OVERDUE order is then RESOLVED. */
    public SandboxOrder resolve(String orderId) {
        return payments.resolve(key(orderId));
    }

    /** Does what <em>REQUEST REMAINING</em> does in the dashboard: the rest of the order can then be paid. */
    public SandboxOrder requestRemaining(String orderId) {
        return payments.requestRemaining(key(orderId));
    }

    /** Ends a PENDING or PARTIAL order: it is then OVERDUE. */
    public SandboxOrder expire(String orderId) {
        return payments.expire(key(orderId));
    }

    /** Refunds an order, which is REFUNDED after the delay that is set for {@link Sandbox#refunds}. */
    public void refund(String orderId) {
        refunds.refund(order(orderId));
    }

    /** Makes a refund that was accepted, before its time. */
    public SandboxOrder completeRefund(String orderId) {
        return refunds.complete(key(orderId));
    }

    private OrderKey key(String orderId) {
        return new OrderKey(keys.userId(), orderId);
    }

    @Override
    public String toString() {
        return "SandboxAccount[" + (name == null ? SandboxOptions.UNNAMED : name) + "]";
    }
}
