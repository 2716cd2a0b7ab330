/**
 * The packages of this library.
 *
 * <ul>
 *   <li>{@code net.aurpay.client}, API: clients, requests, records and exceptions
 *   <li>{@code net.aurpay.client.http}, not API: the way out and back, with filters, signing, retries, telemetry and configuration
 *   <li>{@code net.aurpay.client.json}, not API: between records and JSON
 *   <li>{@code net.aurpay.client.health}, not API: the readiness check of the API
 *   <li>{@code net.aurpay.client.shared}, not API: small things that several packages and the webhook use
 * </ul>
 *
 * <p><strong>API.</strong> The Aurpay API as MicroProfile REST clients.
 *
 * <p>Inject {@link net.aurpay.client.OrderClient}, {@link net.aurpay.client.WalletClient}, {@link
 * net.aurpay.client.LightningClient} or {@link net.aurpay.client.AuthClient} with {@code @RestClient}. Credentials come
 * from MicroProfile Config: {@code aurpay.api-key}, or {@code aurpay.api-token} and {@code aurpay.secret-key}. Every
 * failure is an {@link net.aurpay.client.AurpayException}.
 *
 * <pre>
 * {@literal @}Inject
 * {@literal @}RestClient
 * OrderClient orders;
 *
 * URI pay(BigDecimal price) {
 *     return orders.createPaymentUrl(PaymentUrlRequest.of(price, "USD")).payUrl();
 * }
 *
 * void refund(String orderId) {
 *     try {
 *         orders.refund(orderId);
 *     } catch (AurpayException e) {
 *         if (e.outcomeUnknown()) {
 *             // the answer was lost: look the order up before you call again
 *             review(orders.order(orderId));
 *         }
 *     }
 * }
 *
 * Stream&lt;Order&gt; all() {
 *     return Page.stream(page -&gt; orders.orders(OrderQuery.all().withPage(page)));
 * }
 * </pre>
 */
@NullMarked
package net.aurpay.client;

import org.jspecify.annotations.NullMarked;
