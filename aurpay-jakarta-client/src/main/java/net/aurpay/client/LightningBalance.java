package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The balance of the Lightning wallet.
 *
 * @param balance in BTC; null if the response lacks the field
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record LightningBalance(@Nullable BigDecimal balance, Map<String, JsonValue> unknownFields) {}
