package net.aurpay.it.app;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shows what observers saw of a reference: {@code GET events/A1}. */
@Path("events/{reference}")
public class EventResource {
    @Inject
    EventLog log;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String seen(@PathParam("reference") String reference) {
        JsonArrayBuilder seen = Json.createArrayBuilder();
        log.entries().stream()
                .filter(entry -> entry.order().reference().equals(reference))
                .forEach(entry -> seen.add(Json.createObjectBuilder()
                        .add("observer", entry.observer())
                        .add("event", entry.event())
                        .add("paymentId", entry.order().paymentId().orElse(""))
                        .add(
                                "unverifiedOrder",
                                Plain.toJson(entry.order().unverifiedOrder().orElse(null)))));
        return seen.build().toString();
    }
}
