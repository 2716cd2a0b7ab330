package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import net.aurpay.client.Order;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.Page;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Looks up an order, to confirm a callback or to settle the order. It is configured like the application's own clients,
 * but a request is sent only once and must end within {@code aurpay.webhook.confirm-timeout}: Aurpay repeats the
 * callback, and a caller can settle the order again.
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@RegisterProvider(ConfirmationDeadline.class)
@ApplicationScoped
@AurpayApi(retried = false)
@Path("/api/v2")
@Produces(MediaType.APPLICATION_JSON)
public interface OrderLookUp {
    /** Returns one order with its transaction. */
    @GET
    @Path("/order/detail/{order_id}")
    Order order(@PathParam("order_id") String orderId);

    /** Returns one page of the orders. */
    @GET
    @Path("/order/")
    Page<Order> orders(@BeanParam OrderQuery query);

    /** Returns one page of the transactions. */
    @GET
    @Path("/tx")
    Page<Transaction> transactions(@BeanParam TransactionQuery query);
}
