package net.aurpay.it.app;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Shows the application's own JSON, EJBs, configuration and beans. */
@Path("control")
public class ControlResource {
    /** A bean such as any application may have. */
    public static class Bean {
        public String getSomeField() {
            return "x";
        }
    }

    @Inject
    Instance<EjbCaller> ejb;

    /** Shows what the caller of an EJB gets if a call in the EJB fails. */
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

    /** Lists the classes of all beans, one a line. */
    @GET
    @Path("beans")
    public String beans() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass().getName())
                .collect(Collectors.joining("\n"));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Bean bean() {
        return new Bean();
    }
}
