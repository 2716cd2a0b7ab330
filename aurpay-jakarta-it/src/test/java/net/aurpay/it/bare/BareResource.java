package net.aurpay.it.bare;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls its client. */
@RequestScoped
@Path("page")
public class BareResource {
    @Inject
    @RestClient
    BareClient client;

    @GET
    public String page() {
        return client.page();
    }
}
