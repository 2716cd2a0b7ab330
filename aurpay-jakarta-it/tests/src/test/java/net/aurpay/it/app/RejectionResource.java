package net.aurpay.it.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shows the rejected callbacks of a reference, one per line: {@code GET rejections/A1}. */
@Path("rejections/{reference}")
public class RejectionResource {
    @Inject
    RejectionLog log;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String seen(@PathParam("reference") String reference) {
        return String.join("\n", log.reasons(reference));
    }
}
