package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the merchant's own wallet. Every component is null if the answer lacks it.
 *
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record SelfCustodyBalance(
        @Nullable String chain,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Map<String, JsonValue> unknownFields) {}
