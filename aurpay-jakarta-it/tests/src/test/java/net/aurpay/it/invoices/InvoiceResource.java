package net.aurpay.it.invoices;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.aurpay.client.AurpayException;
import net.aurpay.client.OrderStatus;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Calls a method of one of the interfaces: {@code POST invoices/injected/invoice} with {@code {"text": …}}. With {@code
 * built} in place of {@code injected}, the client is that of a merchant,
 * whose requests are signed if {@code "signed"} is true.
 */
@Path("invoices/{way}/{method}")
public class InvoiceResource {
    @Inject
    @RestClient
    Invoices invoices;

    @Inject
    @RestClient
    MyOrders orders;

    @Inject
    @RestClient
    OtherMethods others;

    @Inject
    Merchants merchants;

    private record Clients(Invoices invoices, MyOrders orders, OtherMethods others) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public String call(@PathParam("way") String way, @PathParam("method") String method, String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return call(way, method, reader.readObject()).toString();
        }
    }

    private JsonObject call(String way, String method, JsonObject request) {
        String text = request.isNull("text") ? null : request.getString("text");
        if (way.equals("injected")) {
            return outcome(new Clients(invoices, orders, others), method, text);
        }
        String merchant = request.getBoolean("signed") ? "signing" : "keyed";
        Invoices invoices = merchants.of(merchant).client(Invoices.class);
        MyOrders orders = merchants.of(merchant).client(MyOrders.class);
        OtherMethods others = merchants.of(merchant).client(OtherMethods.class);
        return outcome(new Clients(invoices, orders, others), method, text);
    }

    @SuppressWarnings("NullAway") // A careless caller passes null.
    private static JsonObject outcome(Clients clients, String method, @Nullable String text) {
        try {
            return Json.createObjectBuilder()
                    .add("result", String.valueOf(result(clients, method, text)))
                    .build();
        } catch (AurpayException e) {
            return Json.createObjectBuilder()
                    .add("exception", e.getClass().getSimpleName())
                    .add("message", String.valueOf(e.getMessage()))
                    .add("outcomeUnknown", e.outcomeUnknown())
                    .build();
        }
    }

    @SuppressWarnings("NullAway")
    private static @Nullable Object result(Clients clients, String method, @Nullable String text) {
        NewInvoice request = text == null ? null : new NewInvoice(text, new BigDecimal("0.00000050"));
        return switch (method) {
            case "invoice" -> clients.invoices.invoice(text);
            case "create" -> clients.invoices.create(request);
            case "cancel" -> clients.invoices.cancel(text);
            case "noted" -> clients.invoices.noted(text, List.of(text, "plain"));
            case "invoices" ->
                clients.invoices.invoices(new InvoiceQuery(
                        text,
                        List.of("plain", text),
                        new OrderStatus(text),
                        Instant.parse("2024-10-10T00:00:00.123Z"),
                        2));
            case "order" -> clients.orders.order(text);
            case "put" -> clients.others.put("7", request);
            case "patch" -> clients.others.patch("7", request);
            case "delete" -> clients.others.delete("7");
            default -> {
                clients.others.delete(
                        "7", Json.createObjectBuilder().add("note", text).build());
                yield "nothing";
            }
        };
    }
}
