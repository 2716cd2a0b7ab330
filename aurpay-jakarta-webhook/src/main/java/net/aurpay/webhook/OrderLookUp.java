package net.aurpay.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.aurpay.client.AnswerFilter;
import net.aurpay.client.AnswerReader;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayCall;
import net.aurpay.client.FailureMapper;
import net.aurpay.client.Order;
import net.aurpay.client.SigningFilter;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The look-up of a confirmation. It is configured as the application's own clients, but it is sent once only and within
 * {@code aurpay.webhook.confirm-timeout}: Aurpay repeats the callback anyway.
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(value = SigningFilter.class, priority = SigningFilter.LAST)
@RegisterProvider(ConfirmationDeadline.class)
@RegisterProvider(AnswerFilter.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(FailureMapper.class)
@ApplicationScoped
@AurpayCall
@Path("/api/v2/order/detail")
@Produces(MediaType.APPLICATION_JSON)
public interface OrderLookUp {
    /** One order with its transaction. */
    @GET
    @Path("/{order_id}")
    Order order(@PathParam("order_id") String orderId);
}
