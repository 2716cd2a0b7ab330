package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Says what arrived to a probe of this application. Everybody else gets the response to a callback that is not authentic.
 *
 * <p>As with {@link CallbackResource}, {@link CallbackAddress} supplies the path and the ticket.
 */
@ApplicationScoped
@Path(CallbackAddress.PROBE_ROOT)
public class ProbeResource {
    private static final int NOT_FOUND = 404;

    @Inject
    WebhookLifecycle webhook;

    private final RawCallbackUrl protocol = new RawCallbackUrl();

    @GET
    @Operation(hidden = true)
    public Response probe(@Context HttpHeaders headers) {
        String target = target(headers);
        if (target == null) {
            return CallbackResource.bare(NOT_FOUND);
        }
        ProbeAnswer answer = ProbeAnswer.of(webhook, protocol.scheme(), target, headers::getRequestHeader);
        return answer.sealed().isEmpty()
                ? CallbackResource.bare(answer.status())
                : Response.ok(answer.sealed(), MediaType.TEXT_PLAIN_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }

    /** Believes nothing: a probe is a GET. */
    @POST
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response probe(@Context HttpHeaders headers, InputStream body) {
        String target = target(headers);
        Response answer = CallbackResource.bare(
                target == null
                        ? NOT_FOUND
                        : ProbeAnswer.unauthentic(webhook, target).status());
        if (protocol.isHttp1()) {
            // As in CallbackResource: no server is to read the body to its end.
            answer.getHeaders().putSingle("Connection", "close");
        }
        return answer;
    }

    @HEAD
    @Operation(hidden = true)
    public Response head(@Context HttpHeaders headers) {
        return CallbackResource.rejectMethod(headers);
    }

    /** Overrides the response that JAX-RS generates. */
    @OPTIONS
    @Operation(hidden = true)
    public Response options(@Context HttpHeaders headers) {
        return CallbackResource.rejectMethod(headers);
    }

    private static @Nullable String target(HttpHeaders headers) {
        return CallbackAddress.target(headers.getRequestHeader(CallbackAddress.HEADER));
    }
}
