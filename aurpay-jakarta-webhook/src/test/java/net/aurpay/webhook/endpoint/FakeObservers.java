package net.aurpay.webhook.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;

/** Observers that record the events they receive. */
final class FakeObservers implements Observers {
    final List<OrderEvent> fired = new ArrayList<>();
    final List<OrderEvent> firedAsync = new ArrayList<>();
    final List<CallbackRejected> rejected = new ArrayList<>();
    Consumer<OrderEvent> reaction = event -> {};

    @Override
    public synchronized void fire(OrderEvent event) {
        fired.add(event);
        reaction.accept(event);
    }

    @Override
    public synchronized void fireAsync(OrderEvent event) {
        firedAsync.add(event);
    }

    @Override
    public synchronized void fireRejected(CallbackRejected event) {
        rejected.add(event);
    }
}
