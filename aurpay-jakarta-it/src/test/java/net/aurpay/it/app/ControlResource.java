package net.aurpay.it.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shows which JSON the application uses for itself. */
@Path("control")
public class ControlResource {
    /** A bean as any application has. */
    public static class Bean {
        public String getSomeField() {
            return "x";
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Bean bean() {
        return new Bean();
    }
}
