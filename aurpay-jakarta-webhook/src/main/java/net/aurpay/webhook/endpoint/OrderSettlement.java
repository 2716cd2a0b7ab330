package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.InboxStatus;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.payments.Settler;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.ReadableText;
import net.aurpay.webhook.verification.VerifiedCallback;

/** Takes an order of one account from its look-up to the event. Thread-safe. */
public final class OrderSettlement implements Settler {
    private static final System.Logger LOG = System.getLogger(OrderSettlement.class.getName());

    private final CallbackOwner owner;
    private final EventGate gate;
    private final OrderConfirmation orders;
    private final InstantSource clock;

    public OrderSettlement(EventTransaction transaction, OrderConfirmation orders, InstantSource clock) {
        this(CallbackOwner.ONLY, transaction, orders, clock);
    }

    /** Settles the orders of one of several accounts. */
    public OrderSettlement(
            CallbackOwner owner, EventTransaction transaction, OrderConfirmation orders, InstantSource clock) {
        this.owner = owner;
        this.gate = new EventGate(transaction);
        this.orders = orders;
        this.clock = clock;
    }

    /** Does what {@link net.aurpay.webhook.Settlement#settle} promises. */
    public SettlementResult settle(Callbacks callbacks, String orderId) {
        requireOnePayment(callbacks);
        try {
            gate.requireNoTransaction();
            return settleFound(callbacks, orders.find(orderId));
        } catch (ForeignTransactionException e) {
            throw new IllegalStateException(
                    "an order must be settled outside any transaction, because the event gets a transaction of its own",
                    e);
        } catch (OrderNotConfirmedException e) {
            LOG.log(System.Logger.Level.WARNING, describe(orderId) + " is not settled: " + e.reason(), e.getCause());
            return SettlementResult.NOT_OURS;
        } catch (RetryLaterException e) {
            if (e.getCause() instanceof AurpayException failure) {
                throw failure;
            }
            throw new SettlementException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public SettlementResult settle(Callbacks callbacks, Order order) {
        if (!orders.isOurs(order)) {
            LOG.log(System.Logger.Level.WARNING, describe(order) + " belongs to another user");
            return SettlementResult.NOT_OURS;
        }
        try {
            return settleFound(callbacks, order);
        } catch (RetryLaterException e) {
            throw new SettlementException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Settles an order that was looked up just now. */
    private SettlementResult settleFound(Callbacks callbacks, Order order) throws RetryLaterException {
        Optional<EventKind> kind = EventKind.of(order.status());
        if (kind.isEmpty()) {
            if (!OrderStatus.PENDING.equals(order.status())) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        describe(order) + " has a status that is not known: " + order.status());
            }
            return SettlementResult.PENDING;
        }
        return settle(kind.get(), callback(kind.get(), callbacks), order);
    }

    private SettlementResult settle(EventKind kind, VerifiedCallback callback, Order order) throws RetryLaterException {
        InboxEntry entry = InboxEntry.of(owner.account(), kind, callback, order.orderId(), callback.date());
        InboxStatus status = gate.status(entry);
        if (status == InboxStatus.NEW) {
            OrderEvent event =
                    EventFactory.event(entry, callback, Optional.empty(), Optional.of(order), orders.unmatched(order));
            try {
                status = gate.fire(entry, event);
            } catch (NotCommittedException e) {
                throw new SettlementException(
                        "the event of " + describe(order) + " was rolled back: " + e.getCause(), e.getCause());
            }
            if (status == InboxStatus.NEW) {
                LOG.log(
                        System.Logger.Level.INFO,
                        describe(order) + " is " + order.status() + ", found by a look-up: reference <"
                                + callback.readableReference() + ">, payment <"
                                + callback.paymentId().orElse("") + ">");
                return result(kind);
            }
        }
        return switch (status) {
            case NEW, IN_PROGRESS -> SettlementResult.PENDING;
            case PROCESSED, SUPERSEDED -> SettlementResult.ALREADY_PROCESSED;
            case ORDER_ALREADY_USED -> {
                LOG.log(System.Logger.Level.WARNING, describe(order) + " has paid for another payment");
                yield SettlementResult.NOT_OURS;
            }
        };
    }

    private static SettlementResult result(EventKind kind) {
        return switch (kind) {
            case SUCCEEDED -> SettlementResult.PAID;
            case TIMED_OUT -> SettlementResult.EXPIRED;
            case UNDERPAID -> SettlementResult.UNDERPAID;
            case REFUNDED -> SettlementResult.REFUNDED;
        };
    }

    /** The callback that would have reported this kind; a refund follows a success. */
    private VerifiedCallback callback(EventKind kind, Callbacks callbacks) {
        URI url = kind == EventKind.TIMED_OUT ? callbacks.timedOut() : callbacks.succeeded();
        return new VerifiedCallback(url.toString(), clock.instant(), false);
    }

    private void requireOnePayment(Callbacks callbacks) {
        Optional<String> succeeded = payment(callbacks.succeeded(), CallbackKind.SUCCEEDED);
        Optional<String> timedOut = payment(callbacks.timedOut(), CallbackKind.TIMED_OUT);
        if (succeeded.isEmpty() || !succeeded.equals(timedOut)) {
            throw new IllegalArgumentException(
                    "only callbacks that CallbackUrls has made for this account can be settled, because their payment id"
                            + " tells which event was fired before; were <"
                            + callbacks.succeeded().getPath() + "> and <"
                            + callbacks.timedOut().getPath() + ">");
        }
    }

    private Optional<String> payment(URI url, CallbackKind kind) {
        return owner.owns(url, kind)
                ? new VerifiedCallback(url.toString(), Instant.EPOCH, false).paymentId()
                : Optional.empty();
    }

    private String describe(Order order) {
        return describe(String.valueOf(order.orderId()));
    }

    private String describe(String orderId) {
        return "order <" + ReadableText.of(orderId) + ">"
                + (owner.account().isEmpty() ? "" : " of account <" + owner.account() + ">");
    }
}
