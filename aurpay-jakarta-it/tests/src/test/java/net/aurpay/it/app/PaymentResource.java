package net.aurpay.it.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import net.aurpay.client.OrderClient;
import net.aurpay.client.PaymentRequest;
import net.aurpay.webhook.CallbackUrls;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Creates a payment whose callbacks come back to this application, and returns its order id: {@code POST payments/A1}.
 */
@Path("payments/{reference}")
public class PaymentResource {
    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    CallbackUrls callbacks;

    @POST
    public @Nullable String create(
            @PathParam("reference") String reference, @QueryParam("post") @DefaultValue("false") boolean post) {
        PaymentRequest request = PaymentRequest.of("TRX", "USDT-TRC20", new BigDecimal("18.00"), "USD")
                .withCallbacks(callbacks.forPayment(reference))
                .withPostCallbacks(post);
        return orders.createPayment(request).orderId();
    }
}
