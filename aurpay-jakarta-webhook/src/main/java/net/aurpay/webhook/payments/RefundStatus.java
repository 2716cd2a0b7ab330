package net.aurpay.webhook.payments;

/** What is known about the refund of a payment. */
enum RefundStatus {
    /** No refund was requested, or Aurpay has rejected it. */
    NONE,
    /** The refund is being sent, or Aurpay's response was lost. */
    REQUESTED,
    /** Aurpay has accepted the refund. */
    ACCEPTED
}
