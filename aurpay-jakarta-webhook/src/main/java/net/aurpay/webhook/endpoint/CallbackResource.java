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
import java.util.Optional;
import net.aurpay.webhook.verification.CallbackKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Receives Aurpay's callbacks.
 *
 * <p>A body is received as a stream, which no server reads in advance: not a byte of it is read before the callback is
 * verified. No parameter binds a header or a part of the query, because the conversion could fail.
 *
 * <p>{@link CallbackAddress} supplies the path and the ticket, so the resource responds only at {@code
 * <context>/aurpay/callbacks}. It is not part of the application's own API, and therefore not of its OpenAPI document.
 */
@ApplicationScoped
@Path(CallbackAddress.ROOT)
public class CallbackResource {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    @Inject
    WebhookLifecycle webhook;

    private final RawCallbackUrl protocol = new RawCallbackUrl();
    private final CallbackTelemetry telemetry = new CallbackTelemetry();

    @GET
    @Path("succeeded")
    @Operation(hidden = true)
    public Response succeeded(@Context HttpHeaders headers) {
        return answer(CallbackKind.SUCCEEDED, headers, null);
    }

    @POST
    @Path("succeeded")
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response succeeded(@Context HttpHeaders headers, InputStream body) {
        return answer(CallbackKind.SUCCEEDED, headers, body);
    }

    @GET
    @Path("timed-out")
    @Operation(hidden = true)
    public Response timedOut(@Context HttpHeaders headers) {
        return answer(CallbackKind.TIMED_OUT, headers, null);
    }

    @POST
    @Path("timed-out")
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response timedOut(@Context HttpHeaders headers, InputStream body) {
        return answer(CallbackKind.TIMED_OUT, headers, body);
    }

    /**
     * Rejects HEAD. JAX-RS would treat it as a GET and fire an event; Jersey does so even if a path with a variable
     * forbids it.
     */
    @HEAD
    @Path("succeeded")
    @Operation(hidden = true)
    public Response headOfSucceeded(@Context HttpHeaders headers) {
        return rejectMethod(headers);
    }

    @HEAD
    @Path("timed-out")
    @Operation(hidden = true)
    public Response headOfTimedOut(@Context HttpHeaders headers) {
        return rejectMethod(headers);
    }

    /** Overrides the response that JAX-RS generates. */
    @OPTIONS
    @Path("succeeded")
    @Operation(hidden = true)
    public Response optionsOfSucceeded(@Context HttpHeaders headers) {
        return rejectMethod(headers);
    }

    @OPTIONS
    @Path("timed-out")
    @Operation(hidden = true)
    public Response optionsOfTimedOut(@Context HttpHeaders headers) {
        return rejectMethod(headers);
    }

    static Response rejectMethod(HttpHeaders headers) {
        return bare(target(headers) == null ? NOT_FOUND : METHOD_NOT_ALLOWED);
    }

    private static @Nullable String target(HttpHeaders headers) {
        return CallbackAddress.target(headers.getRequestHeader(CallbackAddress.HEADER));
    }

    private Response answer(CallbackKind kind, HttpHeaders headers, @Nullable InputStream body) {
        String target = target(headers);
        if (target == null) {
            return bare(NOT_FOUND);
        }
        Optional<CallbackEndpoint> endpoint = webhook.endpoint();
        if (endpoint.isEmpty()) {
            return bare(webhook.config().isEmpty() ? NOT_FOUND : UNAVAILABLE);
        }
        Delivery delivery = new Delivery(
                kind, RawCallbackUrl.urlSuffix(target), headers::getRequestHeader, Optional.ofNullable(body));
        CallbackOutcome outcome = telemetry.answer(endpoint.get(), delivery);
        Response answer = bare(outcome.status());
        if (body != null && !outcome.equals(CallbackOutcome.PROCESSED) && protocol.isHttp1()) {
            // WildFly would read a body that nobody wants to its end, a byte a second if it is slow, and tie up the
            // thread.
            answer.getHeaders().putSingle("Connection", "close");
        }
        return answer;
    }

    /** Sets an empty body explicitly for errors, because some servers would send their error page otherwise. */
    static Response bare(int status) {
        Response.ResponseBuilder answer = Response.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return status == OK
                ? answer.build()
                : answer.entity("").type(MediaType.TEXT_PLAIN_TYPE).build();
    }
}
