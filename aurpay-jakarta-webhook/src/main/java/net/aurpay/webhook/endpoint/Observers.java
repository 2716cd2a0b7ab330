package net.aurpay.webhook.endpoint;

import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;

/** Calls the observers of the events. */
public interface Observers {
    /** Calls the synchronous observers, in the caller's transaction; passes on what they throw. */
    void fire(OrderEvent event);

    /** Calls the {@code @ObservesAsync} observers, after the commit; never throws. */
    void fireAsync(OrderEvent event);

    /** Calls the observers of a rejection; never throws. */
    void fireRejected(CallbackRejected event);
}
