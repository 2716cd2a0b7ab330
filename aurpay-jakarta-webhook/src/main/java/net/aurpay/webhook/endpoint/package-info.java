/**
 * Takes a callback from the request to the event; not API. The packages of this library:
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
 * <p><strong>Not API</strong>, and free to change. A callback arrives at {@code CallbackResource}; {@code CallbackEndpoint}
 * verifies it, and {@code EventTransaction} fires its event. Two classes may be named by users: {@code web.xml} maps {@code
 * CallbackHeadersFilter}, and a class in a WAR may extend {@code CallbackApplication}.
 */
@NullMarked
package net.aurpay.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
