package net.aurpay.webhook.endpoint;

import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.OrderUnderpaid;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.verification.VerifiedCallback;

/** Makes the events that observers get. */
final class EventFactory {
    private EventFactory() {}

    /**
     * Makes an event.
     *
     * @param account whose event it is; empty for the unnamed account
     * @param callback whose URL names the payment
     * @param unverified the order in the body of the callback
     * @param order as it was looked up
     * @param transaction that has paid too little; for an underpaid order only
     */
    static OrderEvent event(
            String account,
            EventKind kind,
            VerifiedCallback callback,
            Optional<Order> unverified,
            Optional<Order> order,
            Optional<Transaction> transaction) {
        Optional<String> name = Optional.of(account).filter(text -> !text.isEmpty());
        String reference = callback.reference();
        return switch (kind) {
            case SUCCEEDED ->
                new OrderSucceeded(
                        name,
                        reference,
                        callback.paymentId(),
                        callback.parameters(),
                        callback.date(),
                        unverified,
                        order);
            case TIMED_OUT ->
                new OrderTimedOut(
                        name,
                        reference,
                        callback.paymentId(),
                        callback.parameters(),
                        callback.date(),
                        unverified,
                        order);
            case UNDERPAID ->
                new OrderUnderpaid(
                        name,
                        reference,
                        callback.paymentId(),
                        callback.parameters(),
                        callback.date(),
                        unverified,
                        order,
                        transaction);
            case REFUNDED ->
                new OrderRefunded(
                        name,
                        reference,
                        callback.paymentId(),
                        callback.parameters(),
                        callback.date(),
                        unverified,
                        order);
        };
    }
}
