package net.aurpay.it.ear;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Shows the references of the orders that the EJB module has observed: {@code GET paid}. */
@Path("paid")
@ApplicationScoped
public class PaidResource {
    @Inject
    PaidOrders orders;

    @GET
    public String paid() {
        return orders.references().toString();
    }
}
