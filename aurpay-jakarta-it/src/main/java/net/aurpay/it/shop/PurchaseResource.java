package net.aurpay.it.shop;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import net.aurpay.client.AurpayException;

/** What the shop's page asks for. */
@Path("purchases")
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseResource {
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,2})?");
    private static final int LISTED = 8;

    @Inject
    Checkout checkout;

    @Inject
    Purchases purchases;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response buy(@FormParam("price") String text) {
        if (text == null || !PRICE.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            return problem(400, "A price is a number from 0.01 to 99999.99.");
        }
        Purchase purchase = purchases.add(new BigDecimal(text));
        try {
            URI payUrl = checkout.pay(purchase.reference(), purchase.price());
            JsonObject answer = json(purchase).add("payUrl", payUrl.toString()).build();
            return Response.status(201).entity(answer.toString()).build();
        } catch (AurpayException e) {
            // no customer was sent to pay, so nothing can come of this one
            purchases.drop(purchase.reference());
            return problem(
                    502, "The payment service cannot be reached just now. Nothing was charged; please try again.");
        }
    }

    @GET
    public String latest() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        purchases.latest(LISTED).forEach(purchase -> list.add(json(purchase)));
        return list.build().toString();
    }

    @GET
    @Path("{reference}")
    public String one(@PathParam("reference") String reference) {
        return json(purchases.find(reference).orElseThrow(NotFoundException::new))
                .build()
                .toString();
    }

    private static Response problem(int status, String sentence) {
        return Response.status(status)
                .entity(Json.createObjectBuilder()
                        .add("problem", sentence)
                        .build()
                        .toString())
                .build();
    }

    private static JsonObjectBuilder json(Purchase purchase) {
        return Json.createObjectBuilder()
                .add("reference", purchase.reference())
                .add("price", purchase.price().toPlainString())
                .add("state", purchase.state().name().toLowerCase(Locale.ROOT));
    }
}
