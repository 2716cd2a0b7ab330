package com.example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;
import java.math.BigDecimal;
import java.util.concurrent.CopyOnWriteArraySet;
import net.aurpay.client.*;
import net.aurpay.webhook.*;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@Path("buy") @ApplicationScoped
public class Shop {
    @Inject @RestClient OrderClient orders;
    @Inject CallbackUrls callbacks;
    private final CopyOnWriteArraySet<String> purchases = new CopyOnWriteArraySet<>();

    @GET
    public Response buy(@QueryParam("purchase") @DefaultValue("A1") String purchase) {
        purchases.add(purchase); // store the purchase first: the callback may come at once
        PaymentUrlRequest request = PaymentUrlRequest.of(new BigDecimal("9.50"), "USD").withCallbacks(callbacks.forPayment(purchase));
        return Response.seeOther(orders.createPaymentUrl(request).payUrl()).build();
    }

    public void paid(@Observes OrderSucceeded event) {
        if (!purchases.contains(event.reference())) throw new IllegalStateException("no purchase " + event.reference());
        System.out.println("paid: " + event.reference());
    }

    @ApplicationPath("api")
    public static class Rest extends Application {}
}
