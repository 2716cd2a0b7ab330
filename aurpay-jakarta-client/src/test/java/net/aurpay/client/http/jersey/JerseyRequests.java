package net.aurpay.client.http.jersey;

import jakarta.ws.rs.client.ClientRequestContext;

/** Makes requests that look like Jersey's: a proxy is in the package of an interface that is not public. */
public final class JerseyRequests {
    private JerseyRequests() {}

    public static Class<? extends ClientRequestContext> type() {
        return JerseyRequest.class;
    }

    private interface JerseyRequest extends ClientRequestContext {}
}
