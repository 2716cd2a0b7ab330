/**
 * Aurpay's callbacks as CDI events.
 *
 * <p>Observe {@link net.aurpay.webhook.OrderSucceeded} and {@link net.aurpay.webhook.OrderTimedOut}; have {@link
 * net.aurpay.webhook.CallbackUrls} make the URLs that a payment is created with. Everything is configured under {@code
 * aurpay.webhook.*}. Those who bring their own endpoint use {@link net.aurpay.webhook.CallbackVerifier} alone.
 */
@NullMarked
package net.aurpay.webhook;

import org.jspecify.annotations.NullMarked;
