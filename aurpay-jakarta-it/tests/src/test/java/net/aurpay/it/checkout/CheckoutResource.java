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

/** Creates the payment of a purchase, and is the page to which the customer returns. */
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

    /** Pays as if the purchase were stored in the same transaction, where no other transaction can see it yet. */
    @POST
    @Path("in-transaction")
    public String payInTransaction(String reference) throws Exception {
        transaction.begin();
        try {
            return pay(reference);
        } catch (EJBException e) {
            return "rejected";
        } finally {
            transaction.rollback();
        }
    }
}
