package net.aurpay.webhook.endpoint;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Instantiated by the container, for {@link CallbackApplication} alone. Leads {@code callbacks/…} to the resource.
 *
 * <p>A server that looks for resources adds {@link CallbackResource} to the application's own REST API, too. There, its
 * path must collide with nothing, and it must not answer: only this filter knows the ticket that the resource asks for.
 */
@PreMatching
public final class CallbackAddress implements ContainerRequestFilter {
    /** The root path of the resource, which no application has. */
    static final String ROOT = "net.aurpay.webhook.endpoint.CallbackResource";

    private static final String CALLBACKS = "callbacks/";
    /** Carries the ticket and the target from here to the resource. */
    static final String HEADER = "net.aurpay.webhook.target";

    private static final String TICKET = UUID.randomUUID() + " ";

    /** Whatever type Aurpay gives its callbacks: it decides nothing, and where it cannot be parsed, it is in the way. */
    private static final List<String> UNHEEDED =
            List.of("Content-Type", "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language");

    private final RawCallbackUrl target = new RawCallbackUrl();

    /** For the container. */
    public CallbackAddress() {}

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        headers.remove(HEADER);
        UNHEEDED.forEach(headers::remove);
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath(false);
        String relative = path.startsWith("/") ? path.substring(1) : path;
        if (relative.startsWith(CALLBACKS)) {
            headers.putSingle(HEADER, TICKET + target.raw(uri));
            String base = uri.getBaseUri().toString();
            request.setRequestUri(
                    uri.getBaseUri(),
                    URI.create(base + (base.endsWith("/") ? "" : "/") + ROOT + "/"
                            + relative.substring(CALLBACKS.length())));
        }
    }

    /** Returns path and query as they came in, or null if the request came another way than through this filter. */
    static @Nullable String target(@Nullable List<String> values) {
        return values != null && values.size() == 1 && values.get(0).startsWith(TICKET)
                ? values.get(0).substring(TICKET.length())
                : null;
    }
}
