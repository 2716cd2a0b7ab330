package com.example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;
import java.math.BigDecimal;
import net.aurpay.client.*;
import net.aurpay.webhook.*;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@Path("buy")
@ApplicationScoped
public class Shop {
    @Inject @RestClient OrderClient orders;
    @Inject CallbackUrls callbacks;

    @GET
    public Response buy() {
        PaymentUrlRequest request = PaymentUrlRequest.of(new BigDecimal("9.50"), "USD");
        return Response.seeOther(orders.createPaymentUrl(request.withCallbacks(callbacks.forPayment("A1"))).payUrl())
                .build();
    }

    public void paid(@Observes OrderSucceeded event) {
        System.out.println("paid: " + event.reference());
    }

    @ApplicationPath("api")
    public static class Rest extends Application {}
}
