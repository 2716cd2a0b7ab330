package net.aurpay.it.checkout;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import net.aurpay.it.shop.Checkout;

/** Has a purchase paid, and is the page to which its customer comes back. */
@Path("checkout")
@Consumes("text/plain")
@Produces("text/plain;charset=UTF-8")
public class CheckoutResource {
    private static final BigDecimal PRICE = new BigDecimal("9.50");

    @Inject
    Checkout checkout;

    @Inject
    UserTransaction transaction;

    @GET
    public String purchase(@QueryParam("purchase") String reference) {
        return reference;
    }

    @POST
    public String pay(String reference) {
        return checkout.pay(reference, PRICE).toString();
    }

    /** As if the purchase were stored in this transaction, which nobody else can see yet. */
    @POST
    @Path("in-transaction")
    public String payInTransaction(String reference) throws Exception {
        transaction.begin();
        try {
            return pay(reference);
        } catch (EJBException e) {
            return "refused";
        } finally {
            transaction.rollback();
        }
    }
}
