package net.aurpay.webhook.endpoint;

import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.aurpay.client.AurpayException;
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
    private final CallbackAccounts accounts;
    private final JsonReaderFactory json;
    private final InstantSource clock;
    private final Rejections rejections;
    private final FirstDeliveries firstDeliveries = new FirstDeliveries();

    /** Serves the unnamed account only. */
    public CallbackEndpoint(
            WebhookConfig config,
            EventTransaction transaction,
            Optional<OrderConfirmation> confirmation,
            JsonReaderFactory json,
            InstantSource clock) {
        this(
                config,
                transaction,
                new CallbackAccounts(
                        config.rules(),
                        config.verifier().map(verifier -> new CallbackAccount("", verifier, confirmation)),
                        NamedAccounts.NONE,
                        name -> confirmation),
                json,
                clock);
    }

    CallbackEndpoint(
            WebhookConfig config,
            EventTransaction transaction,
            CallbackAccounts accounts,
            JsonReaderFactory json,
            InstantSource clock) {
        this.config = config;
        this.gate = new EventGate(transaction);
        this.inbox = transaction.inbox;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
        this.rejections = new Rejections(config, transaction.observers, json, clock);
    }

    /** How many callbacks the inbox in memory holds; empty if the inbox is in a table. */
    OptionalInt inMemory() {
        return inbox.sizeInMemory();
    }

    /** Whether the configuration lists this account. */
    boolean isConfigured(String account) {
        return accounts.isConfigured(account);
    }

    public CallbackOutcome answer(Delivery delivery) {
        Optional<String> name = delivery.account();
        Optional<CallbackAccount> account;
        try {
            if (name.isEmpty()) {
                throw new CallbackRejectedException(RejectionReason.URL_MALFORMED);
            }
            account = accounts.of(name.get(), delivery);
        } catch (CallbackRejectedException e) {
            return reject(delivery, e, new RejectionHint(name.orElse(""), Set.of()));
        } catch (AurpayException e) {
            rejections.accountNotFound(name.orElse(""), e);
            return CallbackOutcome.DEFERRED;
        } catch (RuntimeException e) {
            rejections.failed(e);
            return CallbackOutcome.FAILED;
        }
        return account.map(found -> answer(found, delivery)).orElseGet(() -> {
            rejections.unnamed();
            return CallbackOutcome.NOT_CONFIGURED;
        });
    }

    private CallbackOutcome reject(Delivery delivery, CallbackRejectedException rejection, RejectionHint hint) {
        rejections.rejected(delivery, rejection, hint);
        return CallbackOutcome.rejected(UNAUTHORIZED, rejection.reason());
    }

    private CallbackOutcome answer(CallbackAccount account, Delivery delivery) {
        VerifiedCallback callback;
        try {
            callback = account.verifier().verify(delivery.urlSuffix(), delivery.headers());
        } catch (CallbackRejectedException e) {
            return reject(delivery, e, account.hint());
        } catch (RuntimeException e) {
            // For example, a header that the server itself cannot read. An error page of the server would tell the
            // sender what failed.
            rejections.failed(e);
            return CallbackOutcome.FAILED;
        }
        return answer(new AuthenticCallback(account, delivery, callback));
    }

    private CallbackOutcome answer(AuthenticCallback received) {
        try {
            return process(received);
        } catch (AlreadyHandledException e) {
            return e.outcome();
        } catch (RetryLaterException e) {
            LOG.log(System.Logger.Level.WARNING, received + " deferred (503): " + e.getMessage(), e);
            return CallbackOutcome.DEFERRED;
        } catch (OrderNotConfirmedException e) {
            return unconfirmed(received, e, Optional.empty());
        } catch (ForeignTransactionException e) {
            LOG.log(System.Logger.Level.ERROR, received + " failed: " + e.getMessage());
            return CallbackOutcome.FAILED;
        } catch (RuntimeException e) {
            // Nothing was fired, or it was rolled back. No error page of the server should tell what happened.
            LOG.log(System.Logger.Level.ERROR, received + " failed", e);
            return CallbackOutcome.FAILED;
        }
    }

    private CallbackOutcome unconfirmed(
            AuthenticCallback received, OrderNotConfirmedException rejection, Optional<Order> order) {
        rejections.unconfirmed(received, rejection, order);
        return CallbackOutcome.rejected(CONFLICT, rejection.reason());
    }

    private CallbackOutcome process(AuthenticCallback received)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        gate.requireNoTransaction();
        // Without a payment id in its URL, only the order in its body tells a confirmed callback from others.
        boolean known =
                received.confirmation().isEmpty() || received.url().paymentId().isPresent();
        InboxEntry entry = entry(received, null);
        CallbackBody body = known ? readUnlessDuplicate(received, entry) : read(received);
        try {
            return confirmAndFire(received, entry, body);
        } catch (OrderNotConfirmedException e) {
            return unconfirmed(received, e, body.order());
        }
    }

    /** Looks for duplicates before it reads the body: a replayed callback with a slow body must not tie up a thread. */
    private CallbackBody readUnlessDuplicate(AuthenticCallback received, InboxEntry entry)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        if (!gate.recognisesDuplicates() || !firstDeliveries.begin(entry.key())) {
            requireNew(received, entry);
            return read(received);
        }
        try {
            return read(received);
        } finally {
            firstDeliveries.end();
        }
    }

    /** @param known the callback's entry without an order */
    private CallbackOutcome confirmAndFire(AuthenticCallback received, InboxEntry known, CallbackBody body)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        Optional<OrderConfirmation> confirmation = received.confirmation();
        String orderId = confirmation.isPresent() ? body.orderId().orElse(null) : null;
        InboxEntry entry = orderId == null ? known : entry(received, orderId);
        Optional<Order> order = Optional.empty();
        if (confirmation.isPresent()) {
            requireNew(received, entry);
            if (orderId == null) {
                throw new OrderNotConfirmedException(RejectionReason.ORDER_ID_MISSING);
            }
            order = Optional.of(confirmation.get().confirm(received.delivery().kind(), orderId));
        }
        EventKind kind = order.flatMap(found -> EventKind.of(found.status())).orElse(entry.kind());
        if (kind != entry.kind()) {
            entry = received.entry(kind, orderId, clock.instant());
            requireNew(received, entry);
        }
        Optional<Transaction> unmatched =
                order.flatMap(found -> confirmation.flatMap(orders -> orders.unmatched(found)));
        OrderEvent event = EventFactory.event(entry, received.url(), body.order(), order, unmatched);
        return fire(received, entry, event);
    }

    private InboxEntry entry(AuthenticCallback received, @Nullable String orderId) {
        return received.entry(received.kind(), orderId, clock.instant());
    }

    private CallbackBody read(AuthenticCallback received) throws RetryLaterException {
        if (received.delivery().body().isEmpty()) {
            return CallbackBody.NONE;
        }
        CallbackBody body;
        try {
            body = CallbackBody.read(received.delivery(), config.maxBodySize(), json);
        } catch (IOException | RuntimeException e) {
            String problem = e instanceof MissingBytesException missing ? missing.problem() : "could not be read";
            if (received.confirmation().isPresent()) {
                throw new RetryLaterException("the body " + problem, e);
            }
            body = CallbackBody.unreadable(problem);
        }
        if (body.problem() != null) {
            LOG.log(System.Logger.Level.WARNING, received + ": the body " + body.problem());
        }
        return body;
    }

    private void requireNew(AuthenticCallback received, InboxEntry entry)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        requireNew(gate.status(entry), entry.kind(), received);
    }

    private void requireNew(InboxStatus status, EventKind kind, AuthenticCallback received)
            throws AlreadyHandledException, OrderNotConfirmedException {
        switch (status) {
            case NEW -> {}
            case ORDER_ALREADY_USED -> throw new OrderNotConfirmedException(RejectionReason.ORDER_OF_OTHER_PAYMENT);
            case SUPERSEDED -> {
                rejections.superseded(kind, received);
                throw new AlreadyHandledException(CallbackOutcome.IGNORED);
            }
            case IN_PROGRESS -> throw new AlreadyHandledException(CallbackOutcome.DEFERRED);
            case PROCESSED -> throw new AlreadyHandledException(CallbackOutcome.DUPLICATE);
        }
    }

    private CallbackOutcome fire(AuthenticCallback received, InboxEntry entry, OrderEvent event)
            throws AlreadyHandledException, RetryLaterException, OrderNotConfirmedException {
        try {
            requireNew(gate.fire(entry, event), entry.kind(), received);
        } catch (NotCommittedException e) {
            return CallbackOutcome.FAILED;
        }
        // Not a supplier: with one, Open Liberty walks the stack of each call, which takes longer than the text.
        LOG.log(System.Logger.Level.INFO, processed(entry, event));
        return CallbackOutcome.PROCESSED;
    }

    /** The line that an operator searches for: which payment was processed, and for which order. */
    private static String processed(InboxEntry entry, OrderEvent event) {
        String confirmed =
                event.order().map(order -> ", order <" + id(order) + ">").orElse("");
        String claimed = event.unverifiedOrder()
                .map(order -> ", unverified order <" + id(order) + ">")
                .orElse("");
        return AuthenticCallback.describe(entry.account(), entry.kind(), entry.reference()) + " processed: payment <"
                + event.paymentId().orElse("") + ">" + (confirmed.isEmpty() ? claimed : confirmed);
    }

    private static String id(Order order) {
        return ReadableText.of(String.valueOf(order.orderId()));
    }
}
