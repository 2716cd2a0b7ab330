package net.aurpay.client;

import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the customer chooses a currency and pays. There is no order id yet: the callback names the order.
 *
 * @param payUrl the address of the page; null if the response lacks the field
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record PaymentUrl(@Nullable URI payUrl, Map<String, JsonValue> unknownFields) {}
