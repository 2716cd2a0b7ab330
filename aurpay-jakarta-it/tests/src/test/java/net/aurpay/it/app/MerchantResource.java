package net.aurpay.it.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.Aurpay;
import net.aurpay.client.Credentials;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;

/** Makes a call as the merchant whose token and secret are in two headers: {@code POST merchants/orders/order}. */
@Path("merchants/{client}/{method}")
public class MerchantResource {
    @Inject
    Merchants merchants;

    /** Keeps one {@link Aurpay} for each merchant, as an application would. */
    @ApplicationScoped
    public static class Merchants {
        private final Map<String, Aurpay> connected = new ConcurrentHashMap<>();

        Aurpay of(String token, String secret) {
            return connected.computeIfAbsent(token, t -> Aurpay.forMerchant(Credentials.signature(t, secret)));
        }

        @PreDestroy
        void close() {
            connected.values().forEach(Aurpay::close);
        }
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public String call(
            @PathParam("client") String client,
            @PathParam("method") String method,
            @HeaderParam("token") String token,
            @HeaderParam("secret") String secret,
            String arguments) {
        Aurpay aurpay = merchants.of(token, secret);
        try (JsonReader reader = Json.createReader(new StringReader(arguments))) {
            JsonValue result =
                    switch (client) {
                        case "orders" ->
                            Invocation.call(OrderClient.class, aurpay.orders(), method, reader.readArray());
                        case "wallets" ->
                            Invocation.call(WalletClient.class, aurpay.wallets(), method, reader.readArray());
                        default ->
                            Invocation.call(LightningClient.class, aurpay.lightning(), method, reader.readArray());
                    };
            return result.toString();
        }
    }
}
