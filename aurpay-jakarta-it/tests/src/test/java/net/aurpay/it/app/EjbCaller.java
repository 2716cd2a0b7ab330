package net.aurpay.it.app;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import net.aurpay.client.AuthClient;
import net.aurpay.client.LightningClient;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A stateless session bean with the four clients injected. */
@Stateless
@LocalBean
public class EjbCaller implements Caller {
    @Inject
    @RestClient
    AuthClient auth;

    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    @RestClient
    WalletClient wallets;

    @Inject
    @RestClient
    LightningClient lightning;

    @Override
    public JsonValue call(String client, String method, JsonArray arguments) {
        return switch (client) {
            case "auth" -> Invocation.call(AuthClient.class, auth, method, arguments);
            case "orders" -> Invocation.call(OrderClient.class, orders, method, arguments);
            case "wallets" -> Invocation.call(WalletClient.class, wallets, method, arguments);
            case "lightning" -> Invocation.call(LightningClient.class, lightning, method, arguments);
            default -> throw new IllegalArgumentException(client);
        };
    }

    /** Lets the exception out of the EJB. */
    public Order order(String orderId) {
        return orders.order(orderId);
    }
}
