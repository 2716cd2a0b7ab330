package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a log-in. Every component is null if the answer lacks it; {@link #toString()} hides the token.
 *
 * @param accessToken the bearer for {@link AuthClient#apiKey}
 * @param expire life of the token in seconds
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record AccessToken(
        @Nullable String accessToken, @Nullable Integer expire, Map<String, JsonValue> unknownFields) {
    /** Without the token. */
    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
