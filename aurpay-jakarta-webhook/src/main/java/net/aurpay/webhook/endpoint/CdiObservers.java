package net.aurpay.webhook.endpoint;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.AurpayAccount;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;

/** Calls the observers in CDI beans and EJBs. */
final class CdiObservers implements Observers {
    private static final System.Logger LOG = System.getLogger(CdiObservers.class.getName());

    /** The usual cause is an observer class without a scope annotation. Answer 500, so that Aurpay retries. */
    private static final String NO_OBSERVER = "no bean observes OrderSucceeded in the callback's transaction"
            + " (synchronously, during = IN_PROGRESS, notifyObserver = ALWAYS): paid orders are answered 500";

    private final Channel others;
    private final Map<String, Channel> configured = new HashMap<>();

    /**
     * Creates the observers.
     *
     * @param accounts an event of a configured account has a qualifier. The container remembers for each qualifier who observes
     *     it, so a qualifier for each of thousands of accounts would fill its memory
     * @param unnamed whether there are callbacks of the unnamed account
     */
    CdiObservers(
            Event<OrderEvent> orders,
            Event<CallbackRejected> rejected,
            BeanContainer beans,
            NamedAccounts accounts,
            boolean unnamed) {
        others = new Channel(orders, rejected, TransactionObservers.observePaidOrders(beans));
        if (unnamed || accounts.hasOthers()) {
            others.warn("");
        }
        for (String name : accounts.configured()) {
            AurpayAccount qualifier = AurpayAccount.Literal.of(name);
            Channel channel = new Channel(
                    orders.select(qualifier),
                    rejected.select(qualifier),
                    TransactionObservers.observePaidOrders(beans, qualifier));
            configured.put(name, channel);
            channel.warn(" for account <" + name + ">");
        }
    }

    private Channel channel(Optional<String> account) {
        return account.map(configured::get).orElse(others);
    }

    @Override
    public void fire(OrderEvent event) {
        Channel channel = channel(event.account());
        if (!channel.observed && event instanceof OrderSucceeded) {
            throw new IllegalStateException(NO_OBSERVER);
        }
        channel.orders.fire(event);
    }

    @Override
    public void fireAsync(OrderEvent event) {
        fireAsyncSafely(channel(event.account()).orders, event);
    }

    @Override
    public void fireRejected(CallbackRejected event) {
        Event<CallbackRejected> rejected = channel(event.account()).rejected;
        try {
            rejected.fire(event);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "an observer of CallbackRejected failed; the response is unaffected", e);
        }
        fireAsyncSafely(rejected, event);
    }

    /**
     * Where the events of an account go.
     *
     * @param observed whether a paid order has an observer in the transaction
     */
    private record Channel(Event<OrderEvent> orders, Event<CallbackRejected> rejected, boolean observed) {
        void warn(String account) {
            if (!observed) {
                LOG.log(System.Logger.Level.WARNING, NO_OBSERVER + account);
            }
        }
    }

    private static <T> void fireAsyncSafely(Event<T> observers, T event) {
        try {
            observers.fireAsync(event).whenComplete((done, failure) -> {
                if (failure != null) {
                    failed(event, failure);
                }
            });
        } catch (RuntimeException e) {
            failed(event, e);
        }
    }

    private static void failed(Object event, Throwable failure) {
        String type = event.getClass().getSimpleName();
        LOG.log(
                System.Logger.Level.ERROR,
                "an asynchronous observer of " + type + " failed; it is not called again",
                failure);
    }
}
