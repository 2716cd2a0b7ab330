package net.aurpay.it.several;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.List;
import net.aurpay.client.Account;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.AurpayException;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import net.aurpay.it.app.Invocation;

/** Calls an operation on behalf of an account: {@code POST accounts/injected/north/orders/order}. */
@Path("accounts/{way}/{account}")
public class AccountsResource {
    @Inject
    InjectedAccounts injected;

    @Inject
    AurpayAccounts accounts;

    @Inject
    StoredAccounts stored;

    /**
     * Calls an operation with the arguments as a JSON array.
     *
     * @param way {@code injected} for an injected client, {@code aurpay} for an injected {@link Aurpay}, {@code of} for
     *     {@link AurpayAccounts#of}
     */
    @POST
    @Path("{client}/{method}")
    @Produces(MediaType.APPLICATION_JSON)
    public String call(
            @PathParam("way") String way,
            @PathParam("account") String account,
            @PathParam("client") String client,
            @PathParam("method") String method,
            String arguments) {
        try (JsonReader reader = Json.createReader(new StringReader(arguments))) {
            return call(way, account, client, method, reader.readArray()).toString();
        } catch (IllegalArgumentException | AurpayException e) {
            return Json.createObjectBuilder()
                    .add("exception", e.getClass().getSimpleName())
                    .add("message", String.valueOf(e.getMessage()))
                    .build()
                    .toString();
        }
    }

    private JsonValue call(String way, String account, String client, String method, JsonArray arguments) {
        Object target = way.equals("injected")
                ? injected.client(account, client)
                : client(way.equals("aurpay") ? injected.aurpay(account) : accounts.of(account), client);
        return switch (client) {
            case "orders" -> Invocation.call(OrderClient.class, (OrderClient) target, method, arguments);
            case "wallets" -> Invocation.call(WalletClient.class, (WalletClient) target, method, arguments);
            case "lightning" -> Invocation.call(LightningClient.class, (LightningClient) target, method, arguments);
            default -> Invocation.call(OwnInterface.class, (OwnInterface) target, method, arguments);
        };
    }

    private static Object client(Aurpay aurpay, String client) {
        return switch (client) {
            case "orders" -> aurpay.orders();
            case "wallets" -> aurpay.wallets();
            case "lightning" -> aurpay.lightning();
            default -> aurpay.client(OwnInterface.class);
        };
    }

    /** Returns what a log would show of everything that belongs to an account. */
    @GET
    @Path("text")
    @Produces(MediaType.TEXT_PLAIN)
    public String text(@PathParam("way") String way, @PathParam("account") String account) {
        Aurpay aurpay = accounts.of(account);
        Account found = stored.find(account).orElseGet(() -> Account.of(account));
        return String.join(
                "\n",
                List.of(
                        aurpay.toString(),
                        aurpay.orders().toString(),
                        aurpay.lightning().toString(),
                        aurpay.client(OwnInterface.class).toString(),
                        accounts.toString(),
                        found.toString(),
                        found.credentials().toString(),
                        found.lightning().toString(),
                        injected.aurpay("north").toString(),
                        injected.client("north", "wallets").toString()));
    }
}
