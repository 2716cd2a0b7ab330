package net.aurpay.webhook.endpoint;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Path and query of a request, byte for byte as they came in. Thread-safe. */
final class RawCallbackUrl {
    static final String RESOURCE = "/callbacks";

    private volatile @Nullable ServletRequestTarget servlet;

    /**
     * Returns what follows the resource in the raw path, with the raw query; a lone {@code ?} at the end is lost on all
     * servers.
     */
    static String urlSuffix(String target) {
        int question = target.indexOf('?');
        int end = question < 0 ? target.length() : question;
        int resource = target.lastIndexOf(RESOURCE + "/", end);
        return resource < 0 ? "" : target.substring(resource + RESOURCE.length());
    }

    /** Returns whether the protocol lets an answer close the connection, which HTTP/2 does not. */
    boolean isHttp1() {
        try {
            return servlet().isHttp1();
        } catch (LinkageError | RuntimeException e) {
            return false;
        }
    }

    /**
     * {@code UriInfo} encodes the query anew on Payara, so the servlet is asked first; Open Liberty alone may run
     * without the servlet API, and there {@code UriInfo} is exact.
     */
    String raw(UriInfo uri) {
        try {
            return servlet().raw();
        } catch (LinkageError | RuntimeException e) {
            return requested(uri);
        }
    }

    /** Empty, hence rejected, if the server accepts a request whose target it cannot make a URI of. */
    private static String requested(UriInfo uri) {
        try {
            URI request = uri.getRequestUri();
            String query = request.getRawQuery();
            return request.getRawPath() + (query == null ? "" : "?" + query);
        } catch (RuntimeException e) {
            return "";
        }
    }

    private ServletRequestTarget servlet() {
        ServletRequestTarget known = servlet;
        if (known == null) {
            known = new ServletRequestTarget();
            servlet = known;
        }
        return known;
    }
}
