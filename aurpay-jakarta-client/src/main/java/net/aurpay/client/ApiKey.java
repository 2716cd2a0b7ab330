package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API key of an account. Every component is null if the answer lacks it; {@link #toString()} hides the key.
 *
 * @param apiKey valid for a long time: keep it like a password
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record ApiKey(@Nullable String apiKey, @Nullable String userId, Map<String, JsonValue> unknownFields) {
    /** Without the key. */
    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
