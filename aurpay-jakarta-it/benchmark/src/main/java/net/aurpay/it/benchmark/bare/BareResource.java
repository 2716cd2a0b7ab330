package net.aurpay.it.benchmark.bare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import net.aurpay.it.benchmark.clock.Clocked;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the API by hand. Application-scoped, because otherwise the server would build a new REST client for each request. */
@ApplicationScoped
@Path("/")
public class BareResource {
    @Inject
    @RestClient
    PlainOrders orders;

    @Inject
    @RestClient
    SignedOrders signed;

    @Inject
    @ConfigProperty(name = "plain.api-key")
    String key;

    @GET
    @Path("call")
    public String call(@QueryParam("count") int count) {
        return Clocked.times(count, () -> require(orders.orders(key, null, null)));
    }

    @GET
    @Path("signed-call")
    public String signedCall(@QueryParam("count") int count) {
        return Clocked.times(count, () -> require(signed.orders(null, null)));
    }

    /** Checks that the call succeeded: an error response would come back sooner. */
    private static void require(PlainPage page) {
        if (page.data() == null
                || page.data().data() == null
                || page.data().data().isEmpty()) {
            throw new IllegalStateException("no orders: " + page);
        }
    }

    @GET
    @Path("heap")
    public String heap() {
        return Clocked.heap();
    }
}
