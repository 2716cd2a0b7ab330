package net.aurpay.webhook;

/** What {@link Settlement#settle} has found out and done. */
public enum SettlementResult {
    /** The order is paid, and {@link OrderSucceeded} was fired and committed. */
    PAID,
    /** Less than the amount was paid, and {@link OrderUnderpaid} was fired and committed. */
    UNDERPAID,
    /** The order was not paid in time, was terminated, or has failed; {@link OrderTimedOut} was fired and committed. */
    EXPIRED,
    /** The payment was given back, and {@link OrderRefunded} was fired and committed. */
    REFUNDED,
    /**
     * There is nothing to report yet: the order waits for its payment, has a status that this version does not know, or
     * is being processed by another thread at this moment.
     */
    PENDING,
    /** The event was fired before, or the order is no longer paid in full although its success was fired before. */
    ALREADY_PROCESSED,
    /** Aurpay does not know the order, it belongs to another user, or it has paid for another payment. */
    NOT_OURS
}
