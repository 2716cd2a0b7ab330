package net.aurpay.it.shop;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import net.aurpay.client.AurpayException;
import net.aurpay.it.qr.QrCode;
import org.jspecify.annotations.Nullable;

/** The REST API of the shop's page. */
@Path("purchases")
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseResource {
    private static final Logger LOG = System.getLogger(PurchaseResource.class.getName());
    private static final int LISTED = 8;
    private static final String UNCERTAIN =
            "The payment service did not say whether the money was refunded. This page will show it once it is known.";

    @Inject
    Checkout checkout;

    @Inject
    Purchases purchases;

    @Inject
    Refunds refunds;

    @POST
    @OwnPages
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response buy(@FormParam("item") @Nullable String item, @FormParam("price") @Nullable String price) {
        return Price.of(price).map(read -> buy(Item.of(item), read)).orElseGet(() -> problem(400, Price.RULE));
    }

    private Response buy(String item, BigDecimal price) {
        // store the purchase first: the callback may come before Aurpay's response
        Purchase purchase = purchases.add(item, price);
        try {
            purchases.payableAt(purchase.reference(), checkout.pay(purchase.reference(), price));
            return one(purchase.reference());
        } catch (AurpayException e) {
            // the customer never got the payment URL, so this purchase cannot be paid
            purchases.drop(purchase.reference());
            LOG.log(Level.WARNING, "cannot get a payment URL for a purchase", e);
            return problem(
                    502, "The payment service is not available at the moment. Nothing was charged; please try again.");
        }
    }

    @GET
    public Response latest() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        purchases.latest(LISTED).forEach(purchase -> list.add(PurchaseJson.of(purchase)));
        return respond(200, list.build().toString());
    }

    @GET
    @Path("{reference}")
    public Response one(@PathParam("reference") String reference) {
        refunds.look(reference);
        return purchases
                .find(reference)
                .map(purchase -> respond(200, PurchaseJson.of(purchase).build().toString()))
                .orElseGet(() -> problem(404, "This shop does not know this purchase."));
    }

    /** The payment URL as a QR code for a phone's camera. */
    @GET
    @Path("{reference}/code")
    @Produces("image/svg+xml")
    public Response code(@PathParam("reference") String reference) {
        return purchases
                .find(reference)
                .map(Purchase::payUrl)
                .map(payUrl -> respond(200, QrCode.svg(payUrl.toString())))
                .orElseGet(() -> Response.status(404).build());
    }

    @POST
    @OwnPages
    @Path("{reference}/paying")
    public void paying(@PathParam("reference") String reference) {
        Purchase purchase = purchases.find(reference).orElseThrow(NotFoundException::new);
        purchases.paying(purchase.reference());
    }

    @POST
    @OwnPages
    @Path("{reference}/refund")
    public Response refund(@PathParam("reference") String reference) {
        try {
            refunds.refund(reference);
            return one(reference);
        } catch (AurpayException e) {
            LOG.log(Level.WARNING, "cannot refund a purchase", e);
            return problem(
                    502,
                    e.outcomeUnknown() ? UNCERTAIN : "The payment service did not refund the money. Please try again.");
        }
    }

    static Response problem(int status, String sentence) {
        return respond(
                status,
                Json.createObjectBuilder().add("problem", sentence).build().toString());
    }

    private static Response respond(int status, String body) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
