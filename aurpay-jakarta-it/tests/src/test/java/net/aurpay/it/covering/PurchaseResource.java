package net.aurpay.it.covering;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import net.aurpay.client.OrderClient;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CallbackUrls;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Sells one thing: {@code POST purchases/A1} with the price as the body returns the payment URL. */
@Path("purchases/{reference}")
public class PurchaseResource {
    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    CallbackUrls callbacks;

    @Inject
    Shipping shipping;

    @POST
    public String buy(@PathParam("reference") String reference, String price) {
        // under confirm, callbacks must be POST requests: their body names the order
        PaymentUrlRequest request = PaymentUrlRequest.of(new BigDecimal(price), "USD")
                .withCallbacks(callbacks.forPayment(reference))
                .withPostCallbacks(true);
        return String.valueOf(orders.createPaymentUrl(request).payUrl());
    }

    /** Returns the id of the shipped order, or an empty text. */
    @GET
    public String shipped(@PathParam("reference") String reference) {
        return shipping.shipped().stream()
                .filter(entry -> entry.startsWith(reference + " "))
                .map(entry -> entry.substring(reference.length() + 1))
                .findFirst()
                .orElse("");
    }
}
