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
 * Instantiated by the container. Refuses a POST from a page of another origin: any page in the customer's browser can
 * send a form to the shop (cross-site request forgery), and the browser asks nobody.
 *
 * <p>A browser says where a POST comes from: in {@code Origin}, and in {@code Sec-Fetch-Site}, which no script can set.
 * So a token in each form is not needed. What sends neither is no browser. The shop's own origin is the configured one:
 * {@code Host} is whatever name the caller has resolved to this server (DNS rebinding).
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

    /** As browsers write it: in lower case, without the scheme's own port. */
    private static String origin(URI url) {
        String origin = (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
        return origin.replaceFirst(origin.startsWith("https:") ? ":443$" : ":80$", "");
    }
}
