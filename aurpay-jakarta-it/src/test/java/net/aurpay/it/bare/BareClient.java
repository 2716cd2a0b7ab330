package net.aurpay.it.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A read that Fault Tolerance may try again, as ours are. */
@RegisterRestClient(configKey = "bare")
@Path("/")
public interface BareClient {
    @GET
    @Retry(maxRetries = 2)
    String page();
}
