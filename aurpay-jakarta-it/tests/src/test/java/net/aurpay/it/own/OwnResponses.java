package net.aurpay.it.own;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** A filter that hides that a request was not authenticated. */
@Provider
public class OwnResponses implements ContainerResponseFilter {
    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == UNAUTHORIZED) {
            response.setStatus(OK);
        }
    }
}
