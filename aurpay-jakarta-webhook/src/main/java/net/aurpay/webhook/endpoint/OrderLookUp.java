package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import net.aurpay.client.Order;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Looks up an order to confirm a callback. It is configured like the application's own clients, but the request is sent
 * only once and within {@code aurpay.webhook.confirm-timeout}, because Aurpay repeats the callback anyway.
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@RegisterProvider(ConfirmationDeadline.class)
@ApplicationScoped
@AurpayApi(retried = false)
@Path("/api/v2/order/detail")
@Produces(MediaType.APPLICATION_JSON)
public interface OrderLookUp {
    /** Returns one order with its transaction. */
    @GET
    @Path("/{order_id}")
    Order order(@PathParam("order_id") String orderId);
}
