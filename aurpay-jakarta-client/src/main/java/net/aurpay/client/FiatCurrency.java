package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A currency that orders can be priced in. Every component is null if the answer lacks it.
 *
 * @param currency as in {@code USD}
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record FiatCurrency(@Nullable String currency, @Nullable String name, Map<String, JsonValue> unknownFields) {}
