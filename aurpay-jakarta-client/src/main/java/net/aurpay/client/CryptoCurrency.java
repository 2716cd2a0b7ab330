package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A currency that orders can be paid in. Every component is null if the answer lacks it.
 *
 * @param chain as in {@code TRX}
 * @param currency as in {@code USDT-TRC20}
 * @param status whether it is on offer
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record CryptoCurrency(
        @Nullable String chain,
        @Nullable String currency,
        @Nullable Boolean status,
        Map<String, JsonValue> unknownFields) {}
