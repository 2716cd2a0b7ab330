package net.aurpay.webhook.endpoint;

import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;

/** Those who observe the events. */
public interface Observers {
    /** Tells the synchronous ones, in the caller's transaction; what they throw comes out. */
    void fire(OrderEvent event);

    /** Tells those that are {@code @ObservesAsync}, after the commit; never throws. */
    void fireAsync(OrderEvent event);

    /** Tells of a rejection; never throws. */
    void fireRejected(CallbackRejected event);
}
