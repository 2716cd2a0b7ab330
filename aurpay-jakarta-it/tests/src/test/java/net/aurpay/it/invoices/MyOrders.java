package net.aurpay.it.invoices;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@AurpayApi
@RegisterProvider(AurpayFeature.class)
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@Path("/api/v2/order")
public interface MyOrders {
    @GET
    @Path("/detail/{id}")
    MyOrder order(@PathParam("id") String orderId);
}
