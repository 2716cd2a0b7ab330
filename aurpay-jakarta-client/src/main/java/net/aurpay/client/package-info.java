/**
 * Calls the Aurpay API through MicroProfile REST clients. The packages of this library:
 *
 * <ul>
 *   <li>{@code net.aurpay.client}, API: clients, requests, records and exceptions
 *   <li>{@code net.aurpay.client.http}, not API: sends requests and judges responses, with filters, signing, retries
 *       and configuration
 *   <li>{@code net.aurpay.client.json}, not API: converts records to JSON and JSON to records
 *   <li>{@code net.aurpay.client.accounts}, not API: finds accounts by their names
 *   <li>{@code net.aurpay.client.health}, not API: checks whether the application can use Aurpay
 *   <li>{@code net.aurpay.client.telemetry}, not API: spans and counters, if the application sees OpenTelemetry
 *   <li>{@code net.aurpay.client.links}, not API: writes the links that open a wallet
 *   <li>{@code net.aurpay.client.shared}, not API: small classes that several packages and the webhook use
 * </ul>
 *
 * <p><strong>API.</strong> Calls the Aurpay API through MicroProfile REST clients.
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
 *             // The response was lost: look up the order before you call again.
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
