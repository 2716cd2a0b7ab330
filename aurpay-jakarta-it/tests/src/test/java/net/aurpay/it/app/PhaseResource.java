package net.aurpay.it.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shows what happened at the end of transactions, one event per line: {@code GET phases}. */
@Path("phases")
public class PhaseResource {
    @Inject
    PhaseLog log;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String seen() {
        return String.join("\n", log.seen());
    }
}
