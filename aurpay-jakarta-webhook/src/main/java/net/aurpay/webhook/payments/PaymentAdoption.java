package net.aurpay.webhook.payments;

import java.util.List;
import net.aurpay.client.Order;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.inbox.ShortTransaction;
import net.aurpay.webhook.verification.ReadableText;

/** Fires the success of an order whose payment a person has decided on. Thread-safe. */
final class PaymentAdoption {
    private final PaymentTable table;
    private final TableTransaction transaction;
    private final AccountAccess account;

    PaymentAdoption(PaymentTable table, ShortTransaction transaction, AccountAccess account) {
        this.table = table;
        this.transaction = new TableTransaction(table, transaction);
        this.account = account;
    }

    SettlementResult adopt(String orderId, String paymentId) {
        OpenPayment payment = transaction
                .commit(connection -> table.find(connection, account.name(), paymentId))
                .orElseThrow(() -> new IllegalArgumentException("there is no payment <" + ReadableText.of(paymentId)
                        + "> in the table <" + table.name() + ">"));
        if (!orderId.equals(payment.orderId()) && !payment.isOpenUrl()) {
            throw new IllegalArgumentException("the payment <" + paymentId + "> is "
                    + payment.status().value()
                    + (payment.orderId() == null ? "" : ", of the order <" + payment.orderId() + ">")
                    + ": only an open payment URL can adopt an order");
        }
        requireNoOther(orderId, payment);
        Order order = account.orders().order(orderId);
        requireFitting(order, orderId, payment);
        return account.settler().settle(payment.callbacks(), order);
    }

    private void requireNoOther(String orderId, OpenPayment payment) {
        List<OpenPayment> owners =
                transaction.commit(connection -> table.withOrder(connection, account.name(), orderId));
        for (OpenPayment owner : owners) {
            if (!owner.paymentId().equals(payment.paymentId())) {
                throw new IllegalArgumentException(
                        "the order <" + ReadableText.of(orderId) + "> belongs to the payment <" + owner.paymentId()
                                + ">, reference <" + owner.reference() + ">");
            }
        }
    }

    private static void requireFitting(Order order, String orderId, OpenPayment payment) {
        String name = "the order <" + ReadableText.of(orderId) + "> ";
        if (!orderId.equals(order.orderId())) {
            throw new IllegalArgumentException(name + "is unknown: Aurpay returned another one");
        }
        if (order.status() == null || !order.status().isPaid()) {
            throw new IllegalArgumentException(name + "is not paid, it is " + order.status());
        }
        if (order.price() == null
                || order.price().compareTo(payment.price()) != 0
                || !payment.priceCurrency().equals(order.priceCurrency())) {
            throw new IllegalArgumentException(name + "has the price " + order.price() + " " + order.priceCurrency()
                    + ", but the payment <" + payment.paymentId() + "> has "
                    + payment.price().toPlainString() + " " + payment.priceCurrency());
        }
    }
}
