package net.aurpay.it.app;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;

/** Calls an operation: {@code POST call/cdi/orders/order} with the arguments as a JSON array. */
@Path("call/{bean}/{client}/{method}")
public class CallResource {
    @Inject
    CdiCaller cdi;

    @Inject
    Instance<EjbCaller> ejb;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public String call(
            @PathParam("bean") String bean,
            @PathParam("client") String client,
            @PathParam("method") String method,
            String arguments) {
        Caller caller = bean.equals("ejb") ? ejb.get() : cdi;
        try (JsonReader reader = Json.createReader(new StringReader(arguments))) {
            return caller.call(client, method, reader.readArray()).toString();
        }
    }
}
