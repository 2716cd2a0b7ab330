package net.aurpay.it.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import net.aurpay.it.accounts.MerchantCheckout;
import net.aurpay.it.accounts.NorthCheckout;
import net.aurpay.it.guided.SentMails;
import net.aurpay.webhook.Payments;

/** Sells for a merchant, as a page of the platform would. */
@Path("platform")
public class PlatformResource {
    private static final BigDecimal PRICE = new BigDecimal("18.00");

    @Inject
    NorthCheckout north;

    @Inject
    MerchantCheckout checkout;

    @Inject
    Payments payments;

    @Inject
    SentMails mails;

    /** Returns the payment URL. */
    @POST
    @Path("north/{reference}/url")
    public String payNorth(@PathParam("reference") String reference) {
        return north.pay(reference, PRICE).toString();
    }

    /** Returns the payment URL. */
    @POST
    @Path("{merchant}/{reference}/url")
    public String pay(@PathParam("merchant") String merchant, @PathParam("reference") String reference) {
        return checkout.pay(merchant, reference, PRICE).toString();
    }

    /** Returns the order id. */
    @POST
    @Path("{merchant}/{reference}")
    public String open(@PathParam("merchant") String merchant, @PathParam("reference") String reference) {
        return String.valueOf(checkout.open(merchant, reference, PRICE).orderId());
    }

    /** Looks up the payments of all merchants; returns how many are paid. */
    @POST
    @Path("sweep")
    public int sweep() {
        return payments.sweep(1000).paid();
    }

    @GET
    @Path("mails")
    public String mails() {
        return String.join("\n", mails.texts());
    }
}
