package com.example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.*;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.*;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@Path("") @ApplicationScoped
public class Shop {
    @Inject @RestClient OrderClient orders;
    @ConfigProperty(name = "aurpay.webhook.url") String callbacks;
    private final Set<String> paid = ConcurrentHashMap.newKeySet();

    @GET @Path("buy")
    public String buy(@QueryParam("purchase") String purchase) {
        Callbacks urls = new Callbacks(
                URI.create(callbacks + "/paid?reference=" + purchase), URI.create(callbacks + "/expired?reference=" + purchase), false);
        return orders.createPaymentUrl(PaymentUrlRequest.of(new BigDecimal("9.50"), "USD").withCallbacks(urls)).payUrl().toString();
    }

    @GET @Path("callbacks/paid") // a real shop verifies the signature first
    public String paid(@QueryParam("reference") String purchase) {
        paid.add(purchase);
        return "ok";
    }

    public boolean isPaid(String purchase) {
        return paid.contains(purchase);
    }
}
