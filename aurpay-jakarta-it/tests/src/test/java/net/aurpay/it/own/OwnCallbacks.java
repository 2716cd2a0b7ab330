package net.aurpay.it.own;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource of the application with the same path as the webhook's. */
@Path("callbacks")
public class OwnCallbacks {
    @GET
    @Path("succeeded")
    public String succeeded() {
        return "own";
    }
}
