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
 * The look-up of a confirmation. It is configured as the application's own clients, but it is sent once only and within
 * {@code aurpay.webhook.confirm-timeout}: Aurpay repeats the callback anyway.
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@RegisterProvider(ConfirmationDeadline.class)
@ApplicationScoped
@AurpayApi(retried = false)
@Path("/api/v2/order/detail")
@Produces(MediaType.APPLICATION_JSON)
public interface OrderLookUp {
    /** One order with its transaction. */
    @GET
    @Path("/{order_id}")
    Order order(@PathParam("order_id") String orderId);
}
