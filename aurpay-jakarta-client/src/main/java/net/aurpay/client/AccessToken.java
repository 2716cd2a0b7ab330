package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to a log-in. A component is null if the response lacks the field; {@link #toString()} hides the token.
 *
 * @param accessToken the bearer token for {@link AuthClient#apiKey}; a secret
 * @param expire how long the token is valid, in seconds
 * @param unknownFields fields of the response that this release does not know, keyed by the API's names
 */
public record AccessToken(
        @Nullable String accessToken, @Nullable Integer expire, Map<String, JsonValue> unknownFields) {
    /** Hides the token. */
    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
