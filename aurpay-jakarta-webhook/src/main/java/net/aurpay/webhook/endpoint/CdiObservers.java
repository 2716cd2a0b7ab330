package net.aurpay.webhook.endpoint;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;

/** Calls the observers in CDI beans and EJBs. */
final class CdiObservers implements Observers {
    private static final System.Logger LOG = System.getLogger(CdiObservers.class.getName());

    /** The usual cause is an observer class without a scope annotation. Answer 500, so that Aurpay retries. */
    private static final String NO_OBSERVER = "no bean observes OrderSucceeded in the callback's transaction"
            + " (synchronously, during = IN_PROGRESS, notifyObserver = ALWAYS): paid orders are answered 500";

    private final Event<OrderEvent> orders;
    private final Event<CallbackRejected> rejected;
    private final boolean noObserver;

    CdiObservers(Event<OrderEvent> orders, Event<CallbackRejected> rejected, BeanManager beans) {
        this.orders = orders;
        this.rejected = rejected;
        noObserver = !TransactionObservers.observePaidOrders(beans);
        if (noObserver) {
            LOG.log(System.Logger.Level.WARNING, NO_OBSERVER);
        }
    }

    @Override
    public void fire(OrderEvent event) {
        if (noObserver && event instanceof OrderSucceeded) {
            throw new IllegalStateException(NO_OBSERVER);
        }
        orders.fire(event);
    }

    @Override
    public void fireAsync(OrderEvent event) {
        fireAsyncSafely(orders, event);
    }

    @Override
    public void fireRejected(CallbackRejected event) {
        try {
            rejected.fire(event);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "an observer of CallbackRejected failed; the response is unaffected", e);
        }
        fireAsyncSafely(rejected, event);
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
