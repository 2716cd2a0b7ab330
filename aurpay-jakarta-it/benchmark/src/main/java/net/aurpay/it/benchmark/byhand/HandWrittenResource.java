package net.aurpay.it.benchmark.byhand;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import net.aurpay.it.benchmark.purchases.Purchases;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Receives callbacks: verifies the signature, parses the body, and in one transaction records the event's id and does the
 * shop's work. It writes a line to the log for each payment, as the library does, because somebody will search for it.
 */
@ApplicationScoped
@Path("callbacks")
public class HandWrittenResource {
    private static final System.Logger LOG = System.getLogger(HandWrittenResource.class.getName());

    @Inject
    @ConfigProperty(name = "byhand.secret")
    String secret;

    @Inject
    ReceivedIds ids;

    @Inject
    Purchases purchases;

    @SuppressWarnings("NullAway.Init") // injected by the container
    @Resource(lookup = "java:comp/UserTransaction")
    UserTransaction transaction;

    private final Jsonb jsonb = JsonbBuilder.create();

    @SuppressWarnings("NullAway.Init") // set by the next method
    private Webhook webhook;

    @PostConstruct
    void readSecret() {
        try {
            webhook = new Webhook(secret.getBytes(StandardCharsets.UTF_8));
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    @POST
    @Path("succeeded")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response succeeded(@HeaderParam("webhook-id") String id, @Context HttpHeaders headers, String body)
            throws Exception {
        try {
            webhook.verify(body, headers.getRequestHeaders());
        } catch (WebhookVerificationException e) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        process(id, jsonb.fromJson(body, PaidOrder.class));
        return Response.ok().build();
    }

    private void process(String id, PaidOrder order) throws Exception {
        transaction.begin();
        boolean added = false;
        boolean committed = false;
        try {
            added = ids.add(id);
            if (added) {
                purchases.paid(id, order.remark());
                transaction.commit();
                committed = true;
                LOG.log(
                        System.Logger.Level.INFO,
                        "callback of reference <" + order.remark() + "> processed: payment <" + id + ">, order <"
                                + order.orderId() + ">");
            }
        } finally {
            if (!committed) {
                transaction.rollback();
                if (added) {
                    ids.forget(id);
                }
            }
        }
    }
}
