package net.aurpay.it.guided;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CashierLinks;

/** Returns a link to the cashier: {@code GET pay-link?reference=A1}. */
@Path("pay-link")
public class PayLinkResource {
    @Inject
    CashierLinks links;

    @GET
    public String link(@QueryParam("reference") String reference) {
        return links.link(
                        reference,
                        PaymentUrlRequest.of(new BigDecimal("18"), "USD")
                                .withSucceedUrl(URI.create("https://shop.example.com/thanks")))
                .toString();
    }
}
