package net.aurpay.webhook;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Observers in CDI beans and EJBs. */
final class CdiObservers implements Observers {
    private static final System.Logger LOG = System.getLogger(CdiObservers.class.getName());

    /** Often a class without a scope; a 200 would lose what is paid meanwhile. */
    private static final String UNHEARD = "no bean observes OrderSucceeded: paid orders are answered 500";

    private final Event<OrderEvent> orders;
    private final Event<CallbackRejected> rejected;
    private final boolean unheard;

    CdiObservers(Event<OrderEvent> orders, Event<CallbackRejected> rejected, BeanManager beans) {
        this.orders = orders;
        this.rejected = rejected;
        OrderSucceeded paid =
                new OrderSucceeded("", Optional.empty(), Map.of(), Instant.EPOCH, Optional.empty(), Optional.empty());
        unheard = beans.resolveObserverMethods(paid).isEmpty();
        if (unheard) {
            LOG.log(System.Logger.Level.WARNING, UNHEARD);
        }
    }

    @Override
    public void fire(OrderEvent event) {
        if (unheard && event instanceof OrderSucceeded) {
            throw new IllegalStateException(UNHEARD);
        }
        orders.fire(event);
    }

    @Override
    public void fireAsync(OrderEvent event) {
        tellLater(orders, event);
    }

    @Override
    public void fireRejected(CallbackRejected event) {
        try {
            rejected.fire(event);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "an observer of CallbackRejected failed; the answer stays", e);
        }
        tellLater(rejected, event);
    }

    private static <T> void tellLater(Event<T> observers, T event) {
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
                "an asynchronous observer of " + type + " failed; it is not told again",
                failure);
    }
}
