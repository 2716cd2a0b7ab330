package net.aurpay.it.named;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import net.aurpay.client.AurpayAccount;
import net.aurpay.webhook.CallbackUrls;

/** Shows whose events the observers saw of a reference, a line for each, and the URLs of the callbacks of accounts. */
@Path("account-events/{reference}")
public class AccountEventResource {
    @Inject
    AccountObserver observer;

    @Inject
    CallbackUrls unnamed;

    @Inject
    @AurpayAccount("north")
    CallbackUrls north;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String seen(@PathParam("reference") String reference) {
        return observer.entries().stream()
                .filter(entry -> entry.event().reference().equals(reference))
                .map(entry -> entry + "\n")
                .collect(Collectors.joining());
    }

    /** Returns the URLs of callbacks of the unnamed account and of the account north. */
    @GET
    @Path("urls")
    @Produces(MediaType.TEXT_PLAIN)
    public String urls(@PathParam("reference") String reference) {
        return unnamed.forPayment(reference).succeeded() + "\n"
                + north.forPayment(reference).succeeded() + "\n"
                + unnamed.forAccount("south").forPayment(reference).timedOut() + "\n";
    }
}
