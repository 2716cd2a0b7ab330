package net.aurpay.it.guided;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.it.guide.CashierCheckout;

/** Returns a link to the cashier: {@code GET pay-link?reference=A1}. */
@Path("pay-link")
public class PayLinkResource {
    @Inject
    CashierCheckout checkout;

    @GET
    public String link(@QueryParam("reference") String reference) {
        return checkout.pay(reference, new BigDecimal("18"), URI.create("https://shop.example.com/thanks"))
                .toString();
    }
}
