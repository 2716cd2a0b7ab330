package net.aurpay.it.several;

import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** An interface of the application for an operation of the API. */
@AurpayApi
@RegisterProvider(AurpayFeature.class)
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
public interface OwnInterface {
    @GET
    @Path("/api/v2/order/detail/{id}")
    JsonValue order(@PathParam("id") String id);
}
