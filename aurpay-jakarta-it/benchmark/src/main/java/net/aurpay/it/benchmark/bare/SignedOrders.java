package net.aurpay.it.benchmark.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** A hand-written client that signs: JSON-B, and no check of the response. */
@RegisterRestClient(configKey = "plain")
@RegisterProvider(SnakeCase.class)
@RegisterProvider(Signing.class)
@Path("/api")
public interface SignedOrders {
    @GET
    @Path("/v2/order/")
    PlainPage orders(@QueryParam("page") @Nullable Integer page, @QueryParam("size") @Nullable Integer size);
}
