package net.aurpay.it.selling;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.function.Supplier;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.WalletClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes calls with the clients of an account. A call that throws is a 409, with the exception as text. */
@Path("sellers/{account}")
@Produces(MediaType.TEXT_PLAIN)
public class SellerResource {
    @Inject
    AurpayAccounts accounts;

    @Inject
    @RestClient
    OrderClient unnamed;

    @Inject
    @AurpayAccount("north")
    OrderClient orders;

    @Inject
    @AurpayAccount("north")
    WalletClient wallets;

    @Inject
    @AurpayAccount("north")
    LightningClient lightning;

    @Inject
    @AurpayAccount("north")
    Aurpay north;

    /** Returns the order id. */
    @POST
    @Path("payments")
    public Response pay(@PathParam("account") String account, @QueryParam("price") String price) {
        return responseOf(() -> pay(accounts.of(account).orders(), price));
    }

    /** Returns the status of the order. */
    @GET
    @Path("orders/{id}")
    public Response order(@PathParam("account") String account, @PathParam("id") String id) {
        return responseOf(() -> accounts.of(account).orders().order(id).status());
    }

    @GET
    @Path("balance")
    public Response balance(@PathParam("account") String account) {
        return responseOf(() -> accounts.of(account).lightning().balance());
    }

    /** Makes a call with a client that was injected. */
    @POST
    @Path("injected/{client}")
    public Response injected(@PathParam("client") String client) {
        return responseOf(() -> switch (client) {
            case "unnamed" -> pay(unnamed, "1");
            case "orders" -> pay(orders, "1");
            case "all" -> pay(north.orders(), "1");
            case "wallets" -> wallets.wallets();
            default -> lightning.balance();
        });
    }

    private static String pay(OrderClient client, String price) {
        return String.valueOf(client.createPayment(PaymentRequest.of("TRX", "USDT-TRC20", new BigDecimal(price), "USD"))
                .orderId());
    }

    private static Response responseOf(Supplier<Object> call) {
        try {
            return Response.ok(String.valueOf(call.get())).build();
        } catch (RuntimeException e) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .build();
        }
    }
}
