package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/**
 * The API key of an account. A component is null if the response lacks the field; {@link #toString()} hides the key.
 *
 * @param apiKey valid for a long time; protect the key like a password
 */
public record ApiKey(
        @JsonbProperty("api_key") @Nullable String apiKey, @JsonbProperty("user_id") @Nullable String userId) {
    /** Hides the key. */
    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
