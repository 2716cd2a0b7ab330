/**
 * Receives callbacks of Aurpay and fires them as CDI events. The packages of this library:
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
 * <p><strong>API.</strong> Aurpay's callbacks as CDI events. Observe {@link net.aurpay.webhook.OrderSucceeded} and {@link
 * net.aurpay.webhook.OrderTimedOut}, and let {@link net.aurpay.webhook.CallbackUrls} make the URLs that a payment is created
 * with. All configuration is under {@code aurpay.webhook.*}. If you write your own endpoint, use {@link
 * net.aurpay.webhook.verification.CallbackVerifier} alone.
 *
 * <pre>{@code
 * void paid(@Observes OrderSucceeded event) {
 *     // in the transaction: throw if the reference is unknown or anything fails, and Aurpay calls again
 *     ship(event.reference());
 * }
 *
 * void expired(@Observes OrderTimedOut event) {
 *     // check that the purchase is not paid: a reference may have two payments, and one may have been paid
 *     release(event.reference());
 * }
 *
 * void thank(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderSucceeded event) {
 *     // after the commit, at most once: good for mail
 *     mail(event.reference());
 * }
 * }</pre>
 *
 * <p>If {@code aurpay.webhook.datasource} is set, each processed callback is recorded in a table, in the same transaction
 * that its event is fired in. {@code META-INF/aurpay/aurpay_callback.sql} in the jar has the table with comments:
 *
 * <pre>{@code
 * create table aurpay_callback (
 *     callback_key    char(64)     not null primary key,
 *     order_key       varchar(150) not null unique,
 *     kind            varchar(10)  not null,
 *     payment_id      char(32),
 *     payment_lock    varchar(64)  not null unique,
 *     order_reference varchar(600),
 *     received_at     numeric(19)  not null
 * );
 * create index aurpay_callback_received on aurpay_callback (received_at);
 * }</pre>
 */
@NullMarked
package net.aurpay.webhook;

import org.jspecify.annotations.NullMarked;
