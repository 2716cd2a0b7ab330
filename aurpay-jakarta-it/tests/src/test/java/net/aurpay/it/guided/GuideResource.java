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
import net.aurpay.it.guide.Reconciliation;

/** Calls the guides' beans, as a timer or a person would. */
@Path("guide")
public class GuideResource {
    @Inject
    SentMails mails;

    @Inject
    OpenList payments;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Candidates candidates;

    @GET
    @Path("mails")
    public String mails() {
        return String.join("\n", mails.texts());
    }

    /** Registers a payment as open, runs the look-up, and returns the payment's state. */
    @POST
    @Path("settle/{reference}/{orderId}")
    public String settle(@PathParam("reference") String reference, @PathParam("orderId") String orderId) {
        payments.add(reference, orderId);
        reconciliation.settle(Instant.now());
        return payments.state(reference);
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
