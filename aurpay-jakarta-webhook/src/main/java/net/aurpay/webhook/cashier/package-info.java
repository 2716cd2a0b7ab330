/**
 * The cashier, on which a customer chooses a cryptocurrency; not API. The packages of this library:
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
 * <p><strong>Not API</strong>, and free to change. {@code CashierLink} is what a link contains, {@code Cashier} decides where
 * a customer goes, and {@code CashierPage} writes the pages. It knows neither JAX-RS nor CDI.
 */
@NullMarked
package net.aurpay.webhook.cashier;

import org.jspecify.annotations.NullMarked;
