package net.aurpay.it.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Returns and takes an order as JSON, as the server's own JSON provider writes and reads it. */
@Path("model")
public class ModelResource {
    @Inject
    @RestClient
    OrderClient orders;

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Order order(@PathParam("id") String id) {
        return orders.order(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.TEXT_PLAIN)
    public String take(Order order) {
        return order.toString();
    }
}
