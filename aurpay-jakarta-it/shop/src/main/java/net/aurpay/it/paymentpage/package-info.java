/**
 * A shop with its own payment page; {@code docs/payment-page.md} shows it, and {@code PaymentPageIT} runs it. The guide
 * shows whole classes, so they have no null annotations, like most applications.
 */
@NullUnmarked
package net.aurpay.it.paymentpage;

import org.jspecify.annotations.NullUnmarked;
