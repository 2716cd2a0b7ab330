package net.aurpay.it.many;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.PaymentRequest;
import net.aurpay.webhook.CallbackUrls;

/** Creates payments of any account: {@code POST many/account7/A1}; counts look-ups: {@code GET many/look-ups}. */
@Path("many")
public class ManyResource {
    @Inject
    AurpayAccounts accounts;

    @Inject
    CallbackUrls callbacks;

    @Inject
    CountedMerchants merchants;

    /** Returns the order id. */
    @POST
    @Path("{account}/{reference}")
    public String create(@PathParam("account") String account, @PathParam("reference") String reference) {
        PaymentRequest request = PaymentRequest.of("TRX", "USDT-TRC20", new BigDecimal("18"), "USD")
                .withCallbacks(callbacks.forAccount(account).forPayment(reference));
        return String.valueOf(
                accounts.of(account).orders().createPayment(request).orderId());
    }

    @GET
    @Path("look-ups")
    public long lookUps() {
        return merchants.lookUps();
    }
}
