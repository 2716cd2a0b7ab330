package net.aurpay.webhook.endpoint;

import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.OrderUnderpaid;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.verification.VerifiedCallback;

/** Makes the events that observers get. */
final class EventFactory {
    private EventFactory() {}

    /**
     * Makes an event.
     *
     * @param entry the event as the inbox knows it
     * @param callback whose URL has the parameters
     * @param unverified the order in the body of the callback
     * @param order as it was looked up
     * @param transaction that has paid too little; for an underpaid order only
     */
    static OrderEvent event(
            InboxEntry entry,
            VerifiedCallback callback,
            Optional<Order> unverified,
            Optional<Order> order,
            Optional<Transaction> transaction) {
        Optional<String> name = Optional.of(entry.account()).filter(text -> !text.isEmpty());
        String reference = entry.reference();
        Optional<String> paymentId = Optional.ofNullable(entry.paymentId());
        return switch (entry.kind()) {
            case SUCCEEDED ->
                new OrderSucceeded(
                        name, reference, paymentId, callback.parameters(), callback.date(), unverified, order);
            case TIMED_OUT ->
                new OrderTimedOut(
                        name, reference, paymentId, callback.parameters(), callback.date(), unverified, order);
            case UNDERPAID ->
                new OrderUnderpaid(
                        name,
                        reference,
                        paymentId,
                        callback.parameters(),
                        callback.date(),
                        unverified,
                        order,
                        transaction);
            case REFUNDED ->
                new OrderRefunded(
                        name, reference, paymentId, callback.parameters(), callback.date(), unverified, order);
        };
    }
}
