package net.aurpay.webhook;

/** Those who observe the events. */
interface Observers {
    /** Tells the synchronous ones, in the caller's transaction; what they throw comes out. */
    void fire(OrderEvent event);

    /** Tells those that are {@code @ObservesAsync}, after the commit; never throws. */
    void fireAsync(OrderEvent event);

    /** Tells of a refusal; never throws. */
    void fireRejected(CallbackRejected event);
}
