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
import jakarta.ws.rs.core.UriBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import net.aurpay.client.AurpayException;
import net.aurpay.it.qr.QrCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The REST API of the shop's page. */
@Path("purchases")
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseResource {
    private static final Logger LOG = System.getLogger(PurchaseResource.class.getName());
    private static final int LISTED = 8;
    private static final String UNKNOWN = "This shop does not know this purchase.";
    private static final String UNCERTAIN =
            "The payment service did not say whether the money was refunded. This page will show it once it is known.";

    @Inject
    CashierCheckout checkout;

    @Inject
    Purchases purchases;

    @Inject
    Refunds refunds;

    @Inject
    @ConfigProperty(name = "shop.url")
    URI shop;

    @POST
    @OwnPages
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response buy(
            @FormParam("seller") @Nullable String seller,
            @FormParam("item") @Nullable String item,
            @FormParam("price") @Nullable String price) {
        Optional<Seller> known = Seller.of(seller);
        if (known.isEmpty()) {
            return problem(400, "Nobody of this name sells here.");
        }
        return Price.of(price)
                .map(read -> buy(known.get(), Item.of(item), read))
                .orElseGet(() -> problem(400, Price.RULE));
    }

    private Response buy(Seller seller, String item, BigDecimal price) {
        // store the purchase first: its callback must find it
        Purchase purchase = purchases.add(seller, item, price);
        purchases.payableAt(purchase.reference(), checkout.pay(purchase));
        return one(purchase.reference());
    }

    /**
     * Lists what everybody has bought lately, with links. <strong>For the demo only</strong>: whoever has the reference of a
     * purchase can see it and return it, so a real shop must list a customer's own purchases alone, after a log-in.
     */
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
        return show(reference);
    }

    private Response show(String reference) {
        return purchases
                .find(reference)
                .map(purchase -> respond(200, PurchaseJson.of(purchase).build().toString()))
                .orElseGet(() -> problem(404, UNKNOWN));
    }

    /** The address of {@link #pay} as a QR code for a phone's camera. A link to the cashier is too long for a code. */
    @GET
    @Path("{reference}/code")
    @Produces("image/svg+xml")
    public Response code(@PathParam("reference") String reference) {
        return purchases
                .find(reference)
                .map(purchase -> respond(
                        200,
                        QrCode.svg(UriBuilder.fromUri(shop)
                                .path("api/purchases/{reference}/pay")
                                .build(purchase.reference())
                                .toString())))
                .orElseGet(() -> Response.status(404).build());
    }

    @GET
    @Path("{reference}/pay")
    public Response pay(@PathParam("reference") String reference) {
        return purchases
                .find(reference)
                .map(Purchase::payUrl)
                .map(payUrl -> Response.seeOther(payUrl).build())
                .orElseGet(() -> problem(404, UNKNOWN));
    }

    @POST
    @OwnPages
    @Path("{reference}/opened")
    public void opened(@PathParam("reference") String reference) {
        Purchase purchase = purchases.find(reference).orElseThrow(NotFoundException::new);
        purchases.opened(purchase.reference());
    }

    @POST
    @OwnPages
    @Path("{reference}/refund")
    public Response refund(@PathParam("reference") String reference) {
        try {
            refunds.refund(reference);
            return show(reference);
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
