package net.aurpay.client;

import org.jspecify.annotations.Nullable;

/**
 * A currency that orders can be priced in. A component is null if the response lacks the field.
 *
 * @param currency for example {@code USD}
 */
public record FiatCurrency(@Nullable String currency, @Nullable String name) {}
