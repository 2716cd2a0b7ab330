package net.aurpay.webhook.endpoint;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import net.aurpay.client.Account;
import org.jspecify.annotations.Nullable;

/**
 * Routes {@code callbacks/…} and {@code cashier/…} to their resources, in {@link CallbackApplication} only.
 *
 * <p>If a server scans for resources, it adds {@link CallbackResource}, {@link ProbeResource} and {@link CashierResource} to the
 * application's own REST API, too. There the path of the resource must not collide with any other, and the resource answers 404, because
 * requests lack the secret value that this filter adds.
 */
@PreMatching
public final class CallbackAddress implements ContainerRequestFilter {
    /**
     * The root path of the resource. No application uses this path. The path is short, because servers parse the path for
     * each request.
     */
    static final String ROOT = "aurpay-callbacks";

    /** The root path of the cashier. */
    static final String CASHIER_ROOT = "aurpay-cashier";

    /** The root path of the probe. */
    static final String PROBE_ROOT = "aurpay-probe";

    static final String CASHIER = "cashier/";

    private static final String CALLBACKS = "callbacks/";
    /** The header that carries the ticket and the request target from this filter to the resource. */
    static final String HEADER = "net.aurpay.webhook.target";

    private static final String TICKET = UUID.randomUUID() + " ";

    /** Headers that do not matter. If a server cannot parse one of them, it would reject the callback. */
    private static final List<String> IGNORED_HEADERS =
            List.of("Content-Type", "Accept", "Accept-Charset", "Accept-Encoding");

    private final RawCallbackUrl target = new RawCallbackUrl();

    /** Creates the filter. */
    public CallbackAddress() {}

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        headers.remove(HEADER);
        IGNORED_HEADERS.forEach(headers::remove);
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath(false);
        String relative = path.startsWith("/") ? path.substring(1) : path;
        if (relative.startsWith(CALLBACKS)) {
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
            String below = withoutAccount(relative.substring(CALLBACKS.length()));
            route(request, below.equals("probe") ? PROBE_ROOT : ROOT + "/" + below);
        } else if (relative.startsWith(CASHIER)) {
            route(request, CASHIER_ROOT + "/" + withoutAccount(relative.substring(CASHIER.length())));
        }
    }

    /** The resource reads the account from the raw path, so that no server's idea of a path decides whose callback it is. */
    private static String withoutAccount(String path) {
        int slash = path.indexOf('/');
        return slash > 0 && Account.isName(path.substring(0, slash)) ? path.substring(slash + 1) : path;
    }

    private void route(ContainerRequestContext request, String path) {
        UriInfo uri = request.getUriInfo();
        request.getHeaders().putSingle(HEADER, TICKET + target.raw(uri));
        URI base = uri.getBaseUri();
        String slash = base.getRawPath().endsWith("/") ? "" : "/";
        request.setRequestUri(base, URI.create(base + slash + path));
    }

    /** Returns the path and the query as they arrived; null if the request did not come through this filter. */
    static @Nullable String target(@Nullable List<String> values) {
        return values != null && values.size() == 1 && values.get(0).startsWith(TICKET)
                ? values.get(0).substring(TICKET.length())
                : null;
    }
}
