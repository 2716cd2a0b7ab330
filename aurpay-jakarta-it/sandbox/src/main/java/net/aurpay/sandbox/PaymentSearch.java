package net.aurpay.sandbox;

import java.util.Optional;
import net.aurpay.it.sandbox.OrderUrls;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOrder;

/** Finds the payment that a test means by a reference, or by the id of an order. */
final class PaymentSearch {
    private final Sandbox sandbox;

    PaymentSearch(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Returns the id of the order; if the customer has not chosen a currency yet, chooses one. */
    String orderId(String payment) {
        // a payment URL without an order may be newer than all orders
        return find(payment)
                .filter(order -> order.orderId().equals(payment))
                .or(() -> sandbox.chooseNewest(urls -> has(urls, payment), "TRX", "USDT-TRC20"))
                .or(() -> find(payment))
                .orElseThrow(() -> unknown(payment))
                .orderId();
    }

    SandboxOrder existing(String payment) {
        return find(payment).orElseThrow(() -> unknown(payment));
    }

    boolean means(String payment, String orderId) {
        return find(payment).filter(order -> order.orderId().equals(orderId)).isPresent();
    }

    private Optional<SandboxOrder> find(String payment) {
        return sandbox.orders().stream()
                .filter(order -> order.orderId().equals(payment) || has(order.urls(), payment))
                .findFirst();
    }

    private static boolean has(OrderUrls urls, String reference) {
        return References.in(urls.callbackUrl()).filter(reference::equals).isPresent();
    }

    String describe(String payment) {
        return find(payment)
                .map(order -> "Its order " + order.orderId() + " is " + order.status() + ".")
                .orElse("There is no order of it.");
    }

    private static IllegalArgumentException unknown(String payment) {
        return new IllegalArgumentException("no payment has the reference, or its order the id, <" + payment
                + ">: has the application created it, with the callback URLs of CallbackUrls.forPayment?");
    }
}
