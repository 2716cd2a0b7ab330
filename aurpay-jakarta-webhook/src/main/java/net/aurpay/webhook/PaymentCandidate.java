package net.aurpay.webhook;

import java.time.Instant;

/**
 * An open payment that an unexplained order may belong to.
 *
 * @param paymentId as {@link Payments#adopt} takes it
 * @param reference the merchant's own name of the payment
 * @param opened when the payment was opened
 */
public record PaymentCandidate(String paymentId, String reference, Instant opened) {}
