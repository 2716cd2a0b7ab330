/**
 * Helps to test applications that receive callbacks. The packages of this library:
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
 * <p><strong>API.</strong> Signed callbacks, for tests of applications that observe the events.
 *
 * <pre>{@code
 * URI url = URI.create("http://localhost:9080/shop/aurpay/callbacks");
 * SignedCallback paid = SignedCallback.succeeded(url, "A-1");
 *
 * assertThat(paid.signedWith(token, secret).send()).isEqualTo(200);
 * assertThat(paid.signedWith(token, "forged").send()).isEqualTo(401);
 * }</pre>
 */
@NullMarked
package net.aurpay.webhook.testing;

import org.jspecify.annotations.NullMarked;
