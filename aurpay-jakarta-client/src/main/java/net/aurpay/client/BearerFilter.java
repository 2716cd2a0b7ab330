package net.aurpay.client;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Writes the scheme {@code Bearer} before an access token. */
@Dependent
public class BearerFilter implements ClientRequestFilter {
    private static final String SCHEME = "Bearer ";

    @Override
    public void filter(ClientRequestContext request) {
        String token = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (token == null) {
            return;
        }
        String bare = token.replaceFirst("^" + SCHEME, "");
        try {
            request.getHeaders()
                    .putSingle(HttpHeaders.AUTHORIZATION, SCHEME + Credentials.headerValue(bare, "access token"));
        } catch (IllegalArgumentException e) {
            throw Failure.unsent(e.getMessage() + "; nothing was sent").exception(e);
        }
    }
}
