package net.aurpay.it.app;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.ConfigProvider;

/** Shows what the application has for itself: its JSON, its EJBs, its configuration. */
@Path("control")
public class ControlResource {
    /** A bean as any application has. */
    public static class Bean {
        public String getSomeField() {
            return "x";
        }
    }

    @Inject
    Instance<EjbCaller> ejb;

    /** What the caller of an EJB sees of a failure in it. */
    @GET
    @Path("through-ejb/{orderId}")
    public String throughEjb(@PathParam("orderId") String orderId) {
        try {
            return String.valueOf(ejb.get().order(orderId));
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }

    @GET
    @Path("config")
    public String config(@QueryParam("key") String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Bean bean() {
        return new Bean();
    }
}
