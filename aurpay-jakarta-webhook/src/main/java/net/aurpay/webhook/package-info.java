/**
 * Aurpay's callbacks as CDI events.
 *
 * <p>Observe {@link net.aurpay.webhook.OrderSucceeded} and {@link net.aurpay.webhook.OrderTimedOut}; have {@link
 * net.aurpay.webhook.CallbackUrls} make the URLs that a payment is created with. Everything is configured under {@code
 * aurpay.webhook.*}. Those who bring their own endpoint use {@link net.aurpay.webhook.verification.CallbackVerifier} alone.
 *
 * <pre>{@code
 * void paid(@Observes OrderSucceeded event) {
 *     // in the transaction: throw if the reference is unknown, or anything fails, and Aurpay calls again
 *     ship(event.reference());
 * }
 *
 * void expired(@Observes OrderTimedOut event) {
 *     // only if it is not paid: a reference may have two payments, of which one was paid
 *     release(event.reference());
 * }
 *
 * void thank(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderSucceeded event) {
 *     // after the commit, at most once: for mail
 *     mail(event.reference());
 * }
 * }</pre>
 *
 * <p>With {@code aurpay.webhook.datasource} the callbacks that were processed are noted in a table, in the transaction
 * that the events are fired in; {@code META-INF/aurpay/aurpay_callback.sql} of the jar has it with comments:
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
