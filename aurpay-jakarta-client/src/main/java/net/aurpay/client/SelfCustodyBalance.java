package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The balance of one of the merchant's own wallets. A component is null if the response lacks the field.
 *
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record SelfCustodyBalance(
        @Nullable String chain,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Map<String, JsonValue> unknownFields) {}
