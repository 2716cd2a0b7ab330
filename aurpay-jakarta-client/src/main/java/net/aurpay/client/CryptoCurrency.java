package net.aurpay.client;

import org.jspecify.annotations.Nullable;

/**
 * A currency that orders can be paid in. A component is null if the response lacks the field.
 *
 * @param chain for example {@code TRX}
 * @param currency for example {@code USDT-TRC20}
 * @param status whether Aurpay offers the currency
 */
public record CryptoCurrency(@Nullable String chain, @Nullable String currency, @Nullable Boolean status) {}
