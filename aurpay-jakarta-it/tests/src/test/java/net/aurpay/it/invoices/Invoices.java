package net.aurpay.it.invoices;

import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@AurpayApi
@RegisterProvider(AurpayFeature.class)
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@Path("/api/v3")
public interface Invoices {
    @GET
    @Path("/invoices/{id}")
    Invoice invoice(@PathParam("id") String id);

    @POST
    @Path("/invoices")
    Invoice create(NewInvoice request);

    /** Without a body, and with a response of which nobody knows the fields. */
    @POST
    @Path("/invoices/{id}/cancel")
    JsonValue cancel(@PathParam("id") String id);

    @GET
    @Path("/invoices")
    List<Invoice> noted(@QueryParam("note") String note, @QueryParam("tag") List<String> tags);

    @GET
    @Path("/invoices")
    List<Invoice> invoices(@BeanParam InvoiceQuery query);
}
