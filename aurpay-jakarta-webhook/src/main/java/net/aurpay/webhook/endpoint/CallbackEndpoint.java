package net.aurpay.webhook.endpoint;

import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import net.aurpay.client.Order;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.InboxStatus;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.verification.CallbackRejectedException;
import net.aurpay.webhook.verification.ReadableText;
import net.aurpay.webhook.verification.RejectionReason;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;

/** Takes a callback from its verification to the response. Thread-safe. */
public final class CallbackEndpoint {
    private static final System.Logger LOG = System.getLogger(CallbackEndpoint.class.getName());
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;

    private final WebhookConfig config;
    private final EventGate gate;
    private final Inbox inbox;
    private final Optional<OrderConfirmation> confirmation;
    private final JsonReaderFactory json;
    private final InstantSource clock;
    private final Rejections rejections;

    public CallbackEndpoint(
            WebhookConfig config,
            EventTransaction transaction,
            Optional<OrderConfirmation> confirmation,
            JsonReaderFactory json,
            InstantSource clock) {
        this.config = config;
        this.gate = new EventGate(transaction);
        this.inbox = transaction.inbox;
        this.confirmation = confirmation;
        this.json = json;
        this.clock = clock;
        this.rejections = new Rejections(config, transaction.observers, json, clock);
    }

    /** How many callbacks the inbox in memory holds; empty if the inbox is in a table. */
    OptionalInt inMemory() {
        return inbox.sizeInMemory();
    }

    public CallbackOutcome answer(Delivery delivery) {
        VerifiedCallback callback;
        try {
            requirePathOf(delivery);
            callback = config.verifier().verify(delivery.urlSuffix(), delivery.headers());
        } catch (CallbackRejectedException e) {
            rejections.rejected(delivery, e);
            return CallbackOutcome.rejected(UNAUTHORIZED, e.reason());
        } catch (RuntimeException e) {
            // For example, a header that the server itself cannot read. An error page of the server would tell the
            // sender what failed.
            rejections.failed(e);
            return CallbackOutcome.FAILED;
        }
        try {
            return process(delivery, callback);
        } catch (AlreadyHandledException e) {
            return e.outcome();
        } catch (RetryLaterException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    describe(delivery, callback) + " deferred (503): " + e.getMessage(),
                    e);
            return CallbackOutcome.DEFERRED;
        } catch (OrderNotConfirmedException e) {
            rejections.unconfirmed(delivery.kind(), callback, e, Optional.empty());
            return CallbackOutcome.rejected(CONFLICT, e.reason());
        } catch (ForeignTransactionException e) {
            LOG.log(System.Logger.Level.ERROR, describe(delivery, callback) + " failed: " + e.getMessage());
            return CallbackOutcome.FAILED;
        } catch (RuntimeException e) {
            // Nothing was fired, or it was rolled back. No error page of the server should tell what happened.
            LOG.log(System.Logger.Level.ERROR, describe(delivery, callback) + " failed", e);
            return CallbackOutcome.FAILED;
        }
    }

    /**
     * Compares the decoded path, which selects the resource, with the raw path, which is signed: they must mean the
     * same.
     */
    private static void requirePathOf(Delivery delivery) throws CallbackRejectedException {
        String urlSuffix = delivery.urlSuffix();
        int question = urlSuffix.indexOf('?');
        if (!delivery.kind().path().equals(question < 0 ? urlSuffix : urlSuffix.substring(0, question))) {
            throw new CallbackRejectedException(RejectionReason.URL_MALFORMED);
        }
    }

    private CallbackOutcome process(Delivery delivery, VerifiedCallback callback)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        gate.requireNoTransaction();
        if (confirmation.isEmpty() || callback.paymentId().isPresent()) {
            // Look for duplicates before reading the body: a replayed callback with a slow body must not tie up a
            // thread.
            requireNew(entry(delivery, callback, null), callback);
        }
        CallbackBody body = read(delivery, callback);
        try {
            return confirmAndFire(delivery, callback, body);
        } catch (OrderNotConfirmedException e) {
            rejections.unconfirmed(delivery.kind(), callback, e, body.order());
            return CallbackOutcome.rejected(CONFLICT, e.reason());
        }
    }

    private CallbackOutcome confirmAndFire(Delivery delivery, VerifiedCallback callback, CallbackBody body)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        String orderId = confirmation.isPresent() ? body.orderId().orElse(null) : null;
        InboxEntry entry = entry(delivery, callback, orderId);
        Optional<Order> order = Optional.empty();
        if (confirmation.isPresent()) {
            requireNew(entry, callback);
            if (orderId == null) {
                throw new OrderNotConfirmedException(RejectionReason.ORDER_ID_MISSING);
            }
            order = Optional.of(confirmation.get().confirm(delivery.kind(), orderId));
        }
        EventKind kind = order.flatMap(found -> EventKind.of(found.status())).orElse(entry.kind());
        if (kind != entry.kind()) {
            entry = InboxEntry.of(kind, callback, orderId, clock.instant());
            requireNew(entry, callback);
        }
        OrderEvent event = EventFactory.event(kind, callback, body.order(), order, order.flatMap(this::unmatched));
        return fire(entry, callback, event);
    }

    private Optional<Transaction> unmatched(Order order) {
        return confirmation.flatMap(orders -> orders.unmatched(order));
    }

    private InboxEntry entry(Delivery delivery, VerifiedCallback callback, @Nullable String orderId) {
        return InboxEntry.of(EventKind.of(delivery.kind()), callback, orderId, clock.instant());
    }

    private CallbackBody read(Delivery delivery, VerifiedCallback callback) throws RetryLaterException {
        if (delivery.body().isEmpty()) {
            return CallbackBody.NONE;
        }
        CallbackBody body;
        try {
            body = CallbackBody.read(delivery, config.maxBodySize(), json);
        } catch (IOException | RuntimeException e) {
            String problem = e instanceof MissingBytesException missing ? missing.problem() : "could not be read";
            if (confirmation.isPresent()) {
                throw new RetryLaterException("the body " + problem, e);
            }
            body = CallbackBody.unreadable(problem);
        }
        if (body.problem() != null) {
            LOG.log(System.Logger.Level.WARNING, describe(delivery, callback) + ": the body " + body.problem());
        }
        return body;
    }

    private void requireNew(InboxEntry entry, VerifiedCallback callback)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        requireNew(gate.status(entry), entry, callback);
    }

    private void requireNew(InboxStatus status, InboxEntry entry, VerifiedCallback callback)
            throws AlreadyHandledException, OrderNotConfirmedException {
        switch (status) {
            case NEW -> {}
            case ORDER_ALREADY_USED -> throw new OrderNotConfirmedException(RejectionReason.ORDER_OF_OTHER_PAYMENT);
            case SUPERSEDED -> {
                rejections.superseded(entry.kind(), callback);
                throw new AlreadyHandledException(CallbackOutcome.IGNORED);
            }
            case IN_PROGRESS -> throw new AlreadyHandledException(CallbackOutcome.DEFERRED);
            case PROCESSED -> throw new AlreadyHandledException(CallbackOutcome.DUPLICATE);
        }
    }

    private CallbackOutcome fire(InboxEntry entry, VerifiedCallback callback, OrderEvent event)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        try {
            requireNew(gate.fire(entry, event), entry, callback);
        } catch (NotCommittedException e) {
            return CallbackOutcome.FAILED;
        }
        LOG.log(System.Logger.Level.INFO, () -> processed(entry.kind(), callback, event));
        return CallbackOutcome.PROCESSED;
    }

    /** The line that an operator searches for: which payment was processed, and for which order. */
    private static String processed(EventKind kind, VerifiedCallback callback, OrderEvent event) {
        String confirmed =
                event.order().map(order -> ", order <" + id(order) + ">").orElse("");
        String claimed = event.unverifiedOrder()
                .map(order -> ", unverified order <" + id(order) + ">")
                .orElse("");
        return describe(kind, callback) + " processed: payment <"
                + callback.paymentId().orElse("") + ">" + (confirmed.isEmpty() ? claimed : confirmed);
    }

    private static String id(Order order) {
        return ReadableText.of(String.valueOf(order.orderId()));
    }

    private static String describe(Delivery delivery, VerifiedCallback callback) {
        return describe(EventKind.of(delivery.kind()), callback);
    }

    static String describe(EventKind kind, VerifiedCallback callback) {
        return "callback " + kind + " of reference <" + callback.readableReference() + ">";
    }
}
