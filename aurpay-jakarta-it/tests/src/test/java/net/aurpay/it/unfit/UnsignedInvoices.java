package net.aurpay.it.unfit;

import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Lacks the annotation that has the requests signed. */
@AurpayApi
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@Path("/api/v3/invoices")
public interface UnsignedInvoices {
    @GET
    JsonValue invoices();
}
