package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API key of an account. A component is null if the response lacks the field; {@link #toString()} hides the key.
 *
 * @param apiKey valid for a long time; protect the key like a password
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record ApiKey(@Nullable String apiKey, @Nullable String userId, Map<String, JsonValue> unknownFields) {
    /** Hides the key. */
    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
