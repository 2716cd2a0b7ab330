package net.aurpay.it.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that only staff may use. */
@Path("stock")
@RolesAllowed("staff")
@RequestScoped
public class StockResource {
    @GET
    public String stock() {
        return "3 mugs";
    }
}
