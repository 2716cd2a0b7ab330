package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A currency that orders can be priced in. A component is null if the response lacks the field.
 *
 * @param currency for example {@code USD}
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record FiatCurrency(@Nullable String currency, @Nullable String name, Map<String, JsonValue> unknownFields) {}
