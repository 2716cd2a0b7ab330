package net.aurpay.client.http;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import net.aurpay.client.shared.VisibleAscii;

/** Sends the access token of a log-in. */
final class AccessTokens {
    private static final String SCHEME = "Bearer ";

    private AccessTokens() {}

    /**
     * Puts the scheme before the token, unless the caller has already written the scheme.
     *
     * @throws IllegalArgumentException if the token contains anything but visible ASCII characters
     */
    static void nameScheme(ClientRequestContext request) {
        String token = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            String bare = token.startsWith(SCHEME) ? token.substring(SCHEME.length()) : token;
            request.getHeaders()
                    .putSingle(HttpHeaders.AUTHORIZATION, SCHEME + VisibleAscii.require(bare, "access token"));
        }
    }
}
