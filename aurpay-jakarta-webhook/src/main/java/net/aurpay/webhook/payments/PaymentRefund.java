package net.aurpay.webhook.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.RefundInfo;
import net.aurpay.webhook.RefundConflictException;
import net.aurpay.webhook.RefundResult;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.inbox.ShortTransaction;
import net.aurpay.webhook.verification.ReadableText;

/**
 * Refunds orders. A refund is stored before it is sent, so that no other call, on whatever server, sends it again. From
 * then on the payment is due: if the server dies or the response is lost, a sweep finds out what became of the refund.
 * Thread-safe.
 */
final class PaymentRefund {
    private static final System.Logger LOG = System.getLogger(PaymentRefund.class.getName());

    /** When a sweep first looks the order up. By then, the request for the refund has ended. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(5);

    private static final Set<SettlementResult> FIRED =
            Set.of(SettlementResult.REFUNDED, SettlementResult.ALREADY_PROCESSED);

    private final PaymentTable table;
    private final TableTransaction transaction;
    private final AccountAccess account;
    private final InstantSource clock;

    PaymentRefund(PaymentTable table, ShortTransaction transaction, AccountAccess account, InstantSource clock) {
        this.table = table;
        this.transaction = new TableTransaction(table, transaction);
        this.account = account;
        this.clock = clock;
    }

    RefundResult refund(String orderId) {
        OpenPayment payment = payment(orderId);
        Instant now = Instant.ofEpochMilli(clock.millis());
        Instant due = now.plus(FIRST_LOOK);
        if (!transaction.commit(connection -> table.requestRefund(connection, payment, now, due))) {
            throw conflict(payment(orderId));
        }
        RefundInfo info;
        try {
            info = account.client().refund(orderId);
        } catch (AurpayException e) {
            if (!e.outcomeUnknown()) {
                forget(payment, due, e);
                throw e;
            }
            return afterLostResponse(payment, e);
        } catch (RuntimeException e) {
            return afterLostResponse(payment, e);
        }
        accept(payment);
        return new RefundResult(isRefunded(payment), Optional.of(info));
    }

    /**
     * Returns the only payment of the order. The order of a payment URL may come from the unsigned body of a callback,
     * so a payment that was created with its order has precedence.
     */
    private OpenPayment payment(String orderId) {
        List<OpenPayment> all = transaction.commit(connection -> table.withOrder(connection, account.name(), orderId));
        List<OpenPayment> created =
                all.stream().filter(payment -> payment.coin() != null).toList();
        List<OpenPayment> payments = created.isEmpty() ? all : created;
        if (payments.size() == 1) {
            return payments.get(0);
        }
        String name = "the order <" + ReadableText.of(orderId) + "> ";
        throw new IllegalArgumentException(
                payments.isEmpty()
                        ? name + "belongs to no payment in the table <" + table.name()
                                + ">: only an order whose payment was opened by Payments, and for a payment URL only"
                                + " after a callback has named the order, can be refunded here"
                        : name + "was named by the callbacks of " + payments.size()
                                + " payments, so it is not known which of them to refund");
    }

    private static RefundConflictException conflict(OpenPayment payment) {
        String problem;
        if (payment.status().equals(OrderStatus.REFUNDED)) {
            problem = "is refunded already";
        } else if (payment.refund() == RefundStatus.ACCEPTED) {
            problem = "is being refunded: Aurpay has accepted the refund of " + payment.refundRequested();
        } else {
            problem = "has a refund of " + payment.refundRequested() + " whose outcome is not known yet";
        }
        return new RefundConflictException("the order <" + payment.orderId() + "> " + problem);
    }

    private void forget(OpenPayment payment, Instant due, AurpayException rejection) {
        try {
            transaction.commit(connection -> table.forgetRefund(connection, payment, due));
        } catch (SettlementException e) {
            rejection.addSuppressed(e);
        }
    }

    /** Failures are logged, not thrown: the refund was accepted, and the payment is due soon in any case. */
    private void accept(OpenPayment payment) {
        try {
            transaction.commit(connection -> table.acceptRefund(connection, payment));
        } catch (SettlementException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    account.inLog() + "the refund of order <" + payment.orderId()
                            + "> was accepted, but this could not be stored",
                    e);
        }
    }

    private RefundResult afterLostResponse(OpenPayment payment, RuntimeException failure) {
        if (isRefunded(payment)) {
            return new RefundResult(true, Optional.empty());
        }
        throw failure;
    }

    /** Looks the order up at once. If that fails, or the order is not refunded yet, a sweep looks the order up later. */
    private boolean isRefunded(OpenPayment payment) {
        String orderId = String.valueOf(payment.orderId());
        try {
            Order order = account.orders().order(orderId);
            if (!OrderStatus.REFUNDED.equals(order.status()) || !Objects.equals(orderId, order.orderId())) {
                return false;
            }
            if (!FIRED.contains(account.settler().settle(payment.callbacks(), order))) {
                return false;
            }
            return transaction.commit(connection -> {
                table.record(connection, payment.account(), payment.paymentId(), OrderStatus.REFUNDED, orderId);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    account.inLog() + "the refund of order <" + orderId
                            + "> could not be settled at once; a sweep will do so",
                    e);
            return false;
        }
    }
}
