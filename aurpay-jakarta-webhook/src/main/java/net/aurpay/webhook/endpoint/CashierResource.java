package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.aurpay.client.Account;
import net.aurpay.client.AurpayException;
import net.aurpay.webhook.cashier.Cashier;
import net.aurpay.webhook.cashier.CashierPage;
import net.aurpay.webhook.cashier.CashierRequest;
import net.aurpay.webhook.cashier.CashierResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Shows the cashier. As with {@link CallbackResource}, {@link CallbackAddress} supplies the path and the ticket, so the
 * resource responds only at {@code <context>/aurpay/cashier}. A choice is in the query, so no body is read.
 */
@ApplicationScoped
@Path(CallbackAddress.CASHIER_ROOT)
public class CashierResource {
    private static final System.Logger LOG = System.getLogger(CashierResource.class.getName());
    private static final String RESOURCE = "/cashier";
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    @Inject
    WebhookLifecycle webhook;

    @GET
    @Path("{link}")
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers) {
        return respond(headers, Cashier::show);
    }

    @POST
    @Path("{link}")
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response choose(@Context HttpHeaders headers) {
        return respond(headers, Cashier::choose);
    }

    private Response respond(HttpHeaders headers, BiFunction<Cashier, CashierRequest, CashierResponse> step) {
        String target = CallbackAddress.target(headers.getRequestHeader(CallbackAddress.HEADER));
        if (target == null) {
            return bare(NOT_FOUND);
        }
        try {
            return account(target)
                    .flatMap(webhook::cashier)
                    .map(cashier -> response(step.apply(cashier, CashierRequest.of(target, languages(headers)))))
                    .orElseGet(() -> bare(NOT_FOUND));
        } catch (AurpayException e) {
            LOG.log(System.Logger.Level.DEBUG, "the account of a link cannot be looked up", e);
            return bare(UNAVAILABLE);
        }
    }

    /** Returns the account that the path names, empty for the unnamed account; empty if the path is malformed. */
    private static Optional<String> account(String target) {
        String suffix = RawCallbackUrl.suffix(target, RESOURCE);
        int question = suffix.indexOf('?');
        String path = question < 0 ? suffix : suffix.substring(0, question);
        int last = path.lastIndexOf('/');
        return last <= 0
                ? Optional.of("")
                : Optional.of(path.substring(1, last)).filter(Account::isName);
    }

    private static String languages(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return values == null ? "" : String.join(",", values);
    }

    /** The link is in the address of the page, so no other site may learn that address. */
    private static Response response(CashierResponse response) {
        Response.ResponseBuilder builder = Response.status(response.status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer");
        return response.location() != null
                ? builder.location(response.location()).build()
                : builder.header("Content-Security-Policy", CashierPage.POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(response.page().getBytes(StandardCharsets.UTF_8))
                        .build();
    }

    private static Response bare(int status) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity("")
                .type(MediaType.TEXT_PLAIN_TYPE)
                .build();
    }
}
