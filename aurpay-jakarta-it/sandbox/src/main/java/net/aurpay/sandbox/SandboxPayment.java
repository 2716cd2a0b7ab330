package net.aurpay.sandbox;

import java.math.BigDecimal;
import java.util.Optional;
import net.aurpay.it.sandbox.SandboxOrder;

/**
 * An order as it was when the sandbox returned it.
 *
 * @param reference the reference in its callback URL; empty if the order has no such URL
 * @param status as the API spells it: PENDING, SUCCESS, PARTIAL, OVERDUE, RESOLVED, REFUNDED
 * @param price what the shop asks for, in {@code priceCurrency}
 * @param amount what the customer is to pay, in the cryptocurrency
 * @param paid what the customer has paid so far, in the cryptocurrency; zero if nothing
 */
public record SandboxPayment(
        String orderId,
        Optional<String> reference,
        String status,
        BigDecimal price,
        String priceCurrency,
        BigDecimal amount,
        String currency,
        BigDecimal paid) {
    static SandboxPayment of(SandboxOrder order) {
        BigDecimal paid = order.paid();
        return new SandboxPayment(
                order.orderId(),
                References.in(order.urls().callbackUrl()),
                order.status(),
                order.vsPrice(),
                order.vsCurrency(),
                order.amount(),
                order.coin().currency(),
                paid == null ? BigDecimal.ZERO : paid);
    }
}
