/**
 * Verifies callbacks, for every kind of endpoint. The packages of this library:
 *
 * <ul>
 *   <li>{@code net.aurpay.webhook}, API: callback URLs and events
 *   <li>{@code net.aurpay.webhook.verification}, API: verifies callbacks, without CDI, JAX-RS or JTA
 *   <li>{@code net.aurpay.webhook.inbox}, not API: remembers which callbacks were processed, in memory or in a table
 *   <li>{@code net.aurpay.webhook.payments}, not API: remembers which payments are open, in a table, and looks them up
 *   <li>{@code net.aurpay.webhook.cashier}, not API: the page on which a customer chooses a cryptocurrency
 *   <li>{@code net.aurpay.webhook.probe}, not API: sends a request to the public URL, and says what arrived
 *   <li>{@code net.aurpay.webhook.endpoint}, not API: the JAX-RS resource, configuration, start-up, the transaction of a callback
 *       and telemetry
 *   <li>{@code net.aurpay.webhook.testing}, API: signed callbacks and events for tests
 * </ul>
 *
 * <p><strong>API:</strong> {@link net.aurpay.webhook.verification.CallbackVerifier} tells whether a callback comes from
 * Aurpay. It needs no container, so it serves any endpoint of your own. The public members that this documentation does not
 * mention are for the other packages of the library.
 */
@NullMarked
package net.aurpay.webhook.verification;

import org.jspecify.annotations.NullMarked;
