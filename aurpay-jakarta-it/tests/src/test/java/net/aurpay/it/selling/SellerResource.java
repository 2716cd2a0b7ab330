package net.aurpay.it.selling;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.OrderClient;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.CashierLinks;
import net.aurpay.webhook.Payments;
import net.aurpay.webhook.Settlement;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Sells for an account, and uses what is injected for the account north. */
@Path("sellers/{account}")
public class SellerResource {
    @Inject
    AurpayAccounts accounts;

    @Inject
    @RestClient
    OrderClient unnamed;

    @Inject
    @AurpayAccount("north")
    CallbackUrls callbacks;

    @Inject
    @AurpayAccount("north")
    Settlement settlement;

    @Inject
    @AurpayAccount("north")
    Payments payments;

    @Inject
    @AurpayAccount("north")
    CashierLinks links;

    /** Returns the order id. */
    @POST
    @Path("payments")
    public String pay(@PathParam("account") String account) {
        OrderClient client =
                account.equals("unnamed") ? unnamed : accounts.of(account).orders();
        return String.valueOf(client.createPayment(PaymentRequest.of("TRX", "USDT-TRC20", new BigDecimal("3"), "USD"))
                .orderId());
    }

    @POST
    @Path("settled/{order}/{reference}")
    public String settle(@PathParam("order") String orderId, @PathParam("reference") String reference) {
        return settlement.settle(callbacks.forPayment(reference), orderId).toString();
    }

    /** Returns why this application can neither sweep nor show the link of a cashier. */
    @POST
    @Path("impossible")
    public String impossible() {
        return message(() -> payments.sweep(1)) + "\n"
                + message(() -> links.link("x", PaymentUrlRequest.of(BigDecimal.ONE, "USD")));
    }

    private static String message(Runnable call) {
        try {
            call.run();
            return "possible";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
