package net.aurpay.it.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderQuery;
import net.aurpay.it.benchmark.clock.Clocked;
import net.aurpay.it.benchmark.purchases.Purchases;
import net.aurpay.webhook.OrderSucceeded;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the API with the client, and observes the events of the webhook. */
@ApplicationScoped
@Path("/")
public class AppResource {
    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    Purchases purchases;

    @GET
    @Path("call")
    public String call(@QueryParam("count") int count) {
        return Clocked.times(count, () -> orders.orders(OrderQuery.all()));
    }

    @GET
    @Path("heap")
    public String heap() {
        return Clocked.heap();
    }

    void paid(@Observes OrderSucceeded event) {
        purchases.paid(event.paymentId().orElseThrow(), event.reference());
    }
}
