package net.aurpay.it.invoices;

import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The methods of HTTP that Aurpay's API does not use yet, and the address in the configuration alone. */
@AurpayApi
@RegisterProvider(AurpayFeature.class)
@RegisterRestClient(configKey = "aurpay")
@Path("/api/v3/invoices/{id}")
public interface OtherMethods {
    @PUT
    Invoice put(@PathParam("id") String id, NewInvoice request);

    @PATCH
    Invoice patch(@PathParam("id") String id, NewInvoice request);

    @DELETE
    Invoice delete(@PathParam("id") String id);

    /** Overloaded, and returns nothing. */
    @POST
    void delete(@PathParam("id") String id, JsonObject request);
}
