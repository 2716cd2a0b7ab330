package net.aurpay.it.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Rejects a POST from a page of another origin. Otherwise any page in the customer's browser could send a form to the shop
 * (cross-site request forgery).
 *
 * <p>A browser tells where a POST comes from in {@code Origin} and {@code Sec-Fetch-Site}, which no script can set, so the
 * forms need no token. A request without either header does not come from a browser. The shop's own origin is taken from
 * the configuration and not from {@code Host}, because a page can make its own name resolve to this server (DNS rebinding).
 */
@Provider
@OwnPages
@ApplicationScoped
@NullUnmarked
public class OwnPagesFilter implements ContainerRequestFilter {
    @Inject
    @ConfigProperty(name = "shop.url")
    URI shop;

    @Override
    public void filter(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (!isOwn(shop, origin, site)) {
            request.abortWith(PurchaseResource.problem(403, "Only the shop's own pages may do this: open " + shop));
        }
    }

    static boolean isOwn(URI shop, @Nullable String origin, @Nullable String site) {
        return (origin == null || origin.equals(origin(shop))) && (site == null || site.equals("same-origin"));
    }

    /** Writes the origin as browsers do: in lower case, without the scheme's default port. */
    private static String origin(URI url) {
        String origin = (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
        return origin.replaceFirst(origin.startsWith("https:") ? ":443$" : ":80$", "");
    }
}
