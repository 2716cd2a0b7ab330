package net.aurpay.webhook;

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
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Instantiated by the container. Takes Aurpay's callbacks.
 *
 * <p>A body is taken as a stream, which no server reads before it is asked to: not a byte of it is read before the
 * callback is verified. No parameter binds a header or a part of the query, for their conversion could fail.
 */
@ApplicationScoped
@Path("callbacks")
@APIResponse(responseCode = "200", description = "processed, now or before")
@APIResponse(responseCode = "401", description = "not authentic, or too old")
@APIResponse(responseCode = "404", description = "not configured")
@APIResponse(responseCode = "409", description = "authentic, but its order does not confirm it")
@APIResponse(responseCode = "500", description = "an observer failed: to be sent again")
@APIResponse(responseCode = "503", description = "not now: to be sent again")
public class CallbackResource {
    private static final int OK = 200;
    private static final int NOT_CONFIGURED = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    @Inject
    Webhook webhook;

    private final RequestTarget target = new RequestTarget();
    private final CallbackWatch watch = new CallbackWatch();

    @GET
    @Path("succeeded")
    @Operation(summary = "Aurpay's callback of an order that is paid")
    public Response succeeded(@Context UriInfo uri, @Context HttpHeaders headers) {
        return answer(CallbackKind.SUCCEEDED, uri, headers, null);
    }

    @POST
    @Path("succeeded")
    @Operation(summary = "Aurpay's callback of an order that is paid")
    @Consumes(MediaType.WILDCARD)
    public Response succeeded(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) {
        return answer(CallbackKind.SUCCEEDED, uri, headers, body);
    }

    @GET
    @Path("timed-out")
    @Operation(summary = "Aurpay's callback of an order that was not paid in time")
    public Response timedOut(@Context UriInfo uri, @Context HttpHeaders headers) {
        return answer(CallbackKind.TIMED_OUT, uri, headers, null);
    }

    @POST
    @Path("timed-out")
    @Operation(summary = "Aurpay's callback of an order that was not paid in time")
    @Consumes(MediaType.WILDCARD)
    public Response timedOut(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) {
        return answer(CallbackKind.TIMED_OUT, uri, headers, body);
    }

    /** Otherwise a HEAD would be taken for a GET, and fire: by Jersey even where a path with a variable forbids it. */
    @HEAD
    @Path("succeeded")
    @Operation(hidden = true)
    public Response headOfSucceeded() {
        return bare(METHOD_NOT_ALLOWED);
    }

    @HEAD
    @Path("timed-out")
    @Operation(hidden = true)
    public Response headOfTimedOut() {
        return bare(METHOD_NOT_ALLOWED);
    }

    /** Otherwise the server would answer by itself. */
    @OPTIONS
    @Path("succeeded")
    @Operation(hidden = true)
    public Response optionsOfSucceeded() {
        return bare(METHOD_NOT_ALLOWED);
    }

    @OPTIONS
    @Path("timed-out")
    @Operation(hidden = true)
    public Response optionsOfTimedOut() {
        return bare(METHOD_NOT_ALLOWED);
    }

    private Response answer(CallbackKind kind, UriInfo uri, HttpHeaders headers, @Nullable InputStream body) {
        Optional<CallbackEndpoint> endpoint = webhook.endpoint();
        if (endpoint.isEmpty()) {
            return bare(webhook.config().isEmpty() ? NOT_CONFIGURED : UNAVAILABLE);
        }
        Delivery delivery = new Delivery(kind, target.rest(uri), headers::getRequestHeader, Optional.ofNullable(body));
        Verdict verdict = watch.answer(endpoint.get(), delivery);
        Response answer = bare(verdict.status());
        if (body != null && !verdict.equals(Verdict.PROCESSED) && target.isHttp1()) {
            // WildFly would read a body that nobody wants to its end, a byte a second, and keep the thread for that
            answer.getHeaders().putSingle("Connection", "close");
        }
        return answer;
    }

    /** A refusal with an empty body of its own, or some servers would put their error page there. */
    private static Response bare(int status) {
        Response.ResponseBuilder answer = Response.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return status == OK
                ? answer.build()
                : answer.entity("").type(MediaType.TEXT_PLAIN_TYPE).build();
    }
}
