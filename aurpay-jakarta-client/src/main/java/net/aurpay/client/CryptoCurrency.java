package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A currency that orders can be paid in. A component is null if the response lacks the field.
 *
 * @param chain for example {@code TRX}
 * @param currency for example {@code USDT-TRC20}
 * @param status whether Aurpay offers the currency
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record CryptoCurrency(
        @Nullable String chain,
        @Nullable String currency,
        @Nullable Boolean status,
        Map<String, JsonValue> unknownFields) {}
