package net.aurpay.client;

import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the customer chooses a currency and pays. There is no order id yet: the callback names the order. Null if the
 * answer lacks it.
 *
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record PaymentUrl(@Nullable URI payUrl, Map<String, JsonValue> unknownFields) {}
