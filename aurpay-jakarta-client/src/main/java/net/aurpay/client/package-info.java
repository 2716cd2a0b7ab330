/**
 * The Aurpay API as MicroProfile REST clients.
 *
 * <p>Inject {@link net.aurpay.client.OrderClient}, {@link net.aurpay.client.WalletClient}, {@link
 * net.aurpay.client.LightningClient} or {@link net.aurpay.client.AuthClient} with {@code @RestClient}. Credentials come
 * from MicroProfile Config: {@code aurpay.api-key}, or {@code aurpay.api-token} and {@code aurpay.secret-key}. Every
 * failure is an {@link net.aurpay.client.AurpayException}.
 */
@NullMarked
package net.aurpay.client;

import org.jspecify.annotations.NullMarked;
