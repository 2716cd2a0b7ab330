package net.aurpay.it.guided;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import net.aurpay.it.guide.Candidates;
import net.aurpay.it.guide.Refunds;
import net.aurpay.it.guide.ReturnPage;
import net.aurpay.it.guide.Sweeper;
import net.aurpay.it.table.OpenPaymentResource;

/** Calls the guides' beans, as a timer or a person would. */
@Path("guide")
public class GuideResource {
    @Inject
    SentMails mails;

    @Inject
    Sweeper sweeper;

    @Inject
    ReturnPage page;

    @Inject
    Refunds refunds;

    @Inject
    Candidates candidates;

    @GET
    @Path("mails")
    public String mails() {
        return String.join("\n", mails.texts());
    }

    /** Does what the timer does. */
    @POST
    @Path("sweep")
    public void sweep() {
        sweeper.sweep();
    }

    /** Settles an order as the page does to which the customer returns. */
    @POST
    @Path("return/{order}")
    public void settle(@PathParam("order") String orderId, String succeeded) {
        page.settle(OpenPaymentResource.callbacks(succeeded), orderId);
    }

    /** Refunds an order; returns the state of the refund, or what was thrown. */
    @POST
    @Path("refund/{order}")
    public String refund(@PathParam("order") String orderId) {
        try {
            return refunds.preview(orderId).orderId() + " " + refunds.refund(orderId);
        } catch (IllegalStateException e) {
            return e.getClass().getSimpleName();
        }
    }

    @GET
    @Path("candidates")
    public String candidates(@QueryParam("since") String since, @QueryParam("price") String price) {
        return String.join(
                "\n",
                candidates.find(Instant.parse(since), new BigDecimal(price), "USD").stream()
                        .map(order -> String.valueOf(order.orderId()))
                        .toList());
    }
}
