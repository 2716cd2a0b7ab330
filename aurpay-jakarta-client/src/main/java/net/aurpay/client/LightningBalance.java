package net.aurpay.client;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The balance of the Lightning wallet.
 *
 * @param balance in BTC; null if the answer lacks it
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record LightningBalance(@Nullable BigDecimal balance, Map<String, JsonValue> unknownFields) {}
