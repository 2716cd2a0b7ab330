package net.aurpay.it.benchmark.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client as one writes it by hand: an API key in place of a signature, JSON-B, no check of the answer. */
@RegisterRestClient(configKey = "plain")
@RegisterProvider(SnakeCase.class)
@Path("/api")
public interface PlainOrders {
    @GET
    @Path("/v2/order/")
    PlainPage orders(@HeaderParam("API-Key") String key);
}
