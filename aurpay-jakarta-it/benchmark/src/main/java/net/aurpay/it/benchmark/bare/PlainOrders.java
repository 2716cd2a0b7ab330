package net.aurpay.it.benchmark.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** A hand-written client: an API key instead of a signature, JSON-B, and no check of the response. */
@RegisterRestClient(configKey = "plain")
@RegisterProvider(SnakeCase.class)
@Path("/api")
public interface PlainOrders {
    @GET
    @Path("/v2/order/")
    PlainPage orders(
            @HeaderParam("API-Key") String key,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size);
}
