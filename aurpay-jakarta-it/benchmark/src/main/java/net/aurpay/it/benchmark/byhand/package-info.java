/**
 * What an application would contain instead of the webhook's library, written as the guides of Stripe and of Standard
 * Webhooks tell.
 */
@NullMarked
package net.aurpay.it.benchmark.byhand;

import org.jspecify.annotations.NullMarked;
