package net.aurpay.it.ear;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** {@code GET paid}: the references that the EJB module has heard of. */
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
