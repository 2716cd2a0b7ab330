package net.aurpay.webhook;

import jakarta.enterprise.event.Event;

/** Observers in CDI beans and EJBs. */
record CdiObservers(Event<OrderEvent> orders, Event<CallbackRejected> rejected) implements Observers {
    private static final System.Logger LOG = System.getLogger(CdiObservers.class.getName());

    @Override
    public void fire(OrderEvent event) {
        orders.fire(event);
    }

    @Override
    public void fireAsync(OrderEvent event) {
        try {
            orders.fireAsync(event).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.log(
                            System.Logger.Level.ERROR,
                            "an asynchronous observer failed; it is not told again",
                            failure);
                }
            });
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "asynchronous observers could not be told", e);
        }
    }

    @Override
    public void fireRejected(CallbackRejected event) {
        try {
            rejected.fire(event);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "an observer of CallbackRejected failed; the answer stays", e);
        }
        try {
            rejected.fireAsync(event).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.log(System.Logger.Level.ERROR, "an asynchronous observer of CallbackRejected failed", failure);
                }
            });
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "asynchronous observers of CallbackRejected could not be told", e);
        }
    }
}
