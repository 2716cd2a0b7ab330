package net.aurpay.it.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CashierLinks;

/** Sends the customer to the cashier, where the customer chooses a cryptocurrency. */
@ApplicationScoped
public class CashierCheckout {
    @Inject
    CashierLinks links;

    /** The purchase must be committed before this call. */
    public URI pay(String reference, BigDecimal price, URI page) {
        PaymentUrlRequest request =
                PaymentUrlRequest.of(price, "USD").withSucceedUrl(page).withTimeoutUrl(page);
        return links.link(reference, request);
    }
}
