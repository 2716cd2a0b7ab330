package net.aurpay.it.own;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Callbacks that are the application's. */
@Path("callbacks")
public class OwnCallbacks {
    @GET
    @Path("succeeded")
    public String succeeded() {
        return "own";
    }
}
