package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/**
 * The response to a log-in. A component is null if the response lacks the field; {@link #toString()} hides the token.
 *
 * @param accessToken the bearer token for {@link AuthClient#apiKey}; a secret
 * @param expire how long the token is valid, in seconds
 */
public record AccessToken(@JsonbProperty("access_token") @Nullable String accessToken, @Nullable Integer expire) {
    /** Hides the token. */
    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
